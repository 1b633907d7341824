package org.openchami.auth.credential;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import org.openchami.auth.secret.Secret;

/** A process that saves one identity after the other, and tells on its output which it has saved, until somebody ends it. */
final class StoreWriter {

    private StoreWriter() {}

    public static void main(String[] arguments) throws IOException {
        IdentityStore store = IdentityStore.inFile(Path.of(arguments[0]), Optional.empty(), Clock.systemUTC());
        Optional<IdentityStore.Lock> lock = store.tryLock();
        StoredIdentity identity = IdentityOf.fresh();
        try (DataOutputStream told = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
            for (int number = 0; lock.isPresent(); number++) {
                store.save(numbered(identity, number));
                told.writeInt(number);
            }
        }
    }

    /** Says its number twice, at both ends of the file, and is as long as no other one near it. */
    private static StoredIdentity numbered(StoredIdentity identity, int number) {
        return identity.with(new StoredClient("bss", Optional.of("state " + number), Optional.empty(), false))
                .with(new StoredRefresh(Optional.of(Secret.of(number + "x".repeat(number * 37 % 4000))), Optional.empty()));
    }

    /** The number of an identity that is whole. */
    static int number(StoredIdentity identity) {
        int number = Integer.parseInt(identity.client().flatMap(StoredClient::acknowledged).orElseThrow().replace("state ", ""));
        if (!IdentityOf.text(numbered(identity, number)).equals(IdentityOf.text(identity))) {
            throw new IllegalStateException("state " + number + " is torn");
        }
        return number;
    }
}
