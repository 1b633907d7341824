package org.openchami.smd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.openchami.smd");

    @Test
    void arrowsPointFromApiToStoreToDomain() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("api").definedBy("org.openchami.smd.api..")
                .layer("store").definedBy("org.openchami.smd.store..")
                .layer("domain").definedBy("org.openchami.smd.domain..")
                .whereLayer("api").mayNotBeAccessedByAnyLayer()
                .whereLayer("store").mayOnlyBeAccessedByLayers("api")
                .whereLayer("domain").mayOnlyBeAccessedByLayers("api", "store")
                .check(CLASSES);
    }

    @Test
    void ofTheExtensionOnlyTheRootPackageIsUsed() {
        noClasses().should().dependOnClassesThat().resideInAPackage("org.openchami.auth.*..").check(CLASSES);
    }

    @Test
    void theDomainKnowsNeitherHttpNorDatabases() {
        noClasses().that().resideInAPackage("..domain..").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "io.vertx..", "org.hibernate..").check(CLASSES);
    }
}
