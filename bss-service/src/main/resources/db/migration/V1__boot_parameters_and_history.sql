-- A configuration is kept once however many nodes share it: its digest is its name.
create table boot_configuration (
    digest     text primary key,
    kernel     text not null,
    initrd     text not null,
    params     text not null,
    cloud_init text not null
);

create table boot_assignment (
    kind          text not null check (kind in ('HOST', 'MAC', 'NID')),
    name          text not null,
    configuration text not null references boot_configuration (digest),
    primary key (kind, name)
);

create index boot_assignment_configuration on boot_assignment (configuration);

-- The last access of each node, so it grows with the machine, not with time.
create table endpoint_access (
    name       text   not null,
    endpoint   text   not null,
    last_epoch bigint not null,
    primary key (name, endpoint)
);
