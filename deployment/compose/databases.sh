#!/bin/sh
# Run once by the postgres image, on a fresh data folder: a database and a user of its own for each that keeps something.
set -eu
for name in hydra smd bss; do
  variable=$(echo "$name" | tr '[:lower:]' '[:upper:]')_DATABASE_PASSWORD
  # The password is read from the environment by psql itself, so it stands in no command line.
  psql -q -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d postgres -v name="$name" -v variable="$variable" <<'SQL'
\getenv password :variable
SET log_statement = 'none';
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
done
