package org.openchami.auth.testing.hydra;

/**
 * What can go wrong with Hydra's database while Hydra runs on. To stop and to freeze concern the whole server, and so everybody who has
 * a database there.
 */
public final class DatabaseFaults {
    private final Database database;
    private final Sql sql;

    DatabaseFaults(Database database) {
        this.database = database;
        this.sql = new Sql(database.postgres(), database.name());
    }

    /** The server ends: connections to it are closed, and new ones refused. */
    public void stop() {
        database.postgres().stop();
    }

    public void start() {
        database.postgres().restart();
    }

    /** The server takes connections and answers nothing (SIGSTOP). */
    public void freeze() {
        database.postgres().pause();
    }

    public void thaw() {
        database.postgres().resume();
    }

    /** As a failover does it: each connection ends, and a new one is taken at once. */
    public void endConnections() {
        sql.number("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ? and pid <> pg_backend_pid()",
                database.name());
    }

    /** As a standby is. */
    public void readOnly() {
        sql.execute("alter database " + database.name() + " set default_transaction_read_only = on");
        endConnections();
    }

    public void writable() {
        sql.execute("set session characteristics as transaction read write",
                "alter database " + database.name() + " reset default_transaction_read_only");
        endConnections();
    }

    /** As an empty database that nobody has migrated; {@link #findTables} brings all back. */
    public void loseTables() {
        sql.execute("alter schema public rename to lost", "create schema public");
    }

    public void findTables() {
        sql.execute("drop schema public", "alter schema lost rename to public");
    }

    /** As {@link Hydra#wipe()}, but Hydra is not started again, and does not know. */
    public void wipe() {
        database.renew();
    }

    /** How many access tokens Hydra has issued to that client and not forgotten: all since the last wipe. */
    public long tokensOf(String clientId) {
        return sql.number("select count(*) from hydra_oauth2_access where client_id = ?", clientId);
    }
}
