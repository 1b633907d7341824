package org.openchami.bss;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class ArchitectureTest {
    private final JavaClasses service = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.openchami.bss");

    @Test
    void theArrowsBetweenPackagesPointOneWay() {
        layeredArchitecture().consideringOnlyDependenciesInLayers().layer("api").definedBy("..bss.api..").layer("client")
                .definedBy("..bss.client..").layer("store").definedBy("..bss.store..").layer("domain").definedBy("..bss.domain..")
                .whereLayer("api").mayNotBeAccessedByAnyLayer().whereLayer("client").mayOnlyBeAccessedByLayers("api").whereLayer("store")
                .mayOnlyBeAccessedByLayers("api").whereLayer("domain").mayOnlyBeAccessedByLayers("api", "client", "store").check(service);
    }

    @Test
    void ofTheExtensionOnlyThePublicPackageIsUsed() {
        noClasses().should().dependOnClassesThat().resideInAPackage("org.openchami.auth.*..").check(service);
    }

    @Test
    void theDomainKnowsNoFramework() {
        noClasses().that().resideInAPackage("..bss.domain..").should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "io.vertx..", "jakarta..", "org.hibernate..", "org.openchami.auth..")
                .check(service);
    }
}
