-- The inventory: components, the Redfish endpoints that control them, and their network interfaces.
-- Texts that are not known are empty, never null, so that "is not" means the same in SQL as in the interface.

create table components (
  id                   varchar(63) primary key,
  type                 varchar(63) not null,
  state                varchar(32) not null,
  flag                 varchar(32) not null,
  enabled              boolean     not null,
  software_status      text        not null,
  role                 varchar(32) not null,
  sub_role             varchar(32) not null,
  nid                  bigint      not null, -- -1: none
  subtype              text        not null,
  net_type             varchar(32) not null,
  arch                 varchar(32) not null,
  class                varchar(32) not null,
  reservation_disabled boolean     not null,
  locked               boolean     not null
);

create index components_type on components (type);
create index components_nid on components (nid);

create table redfish_endpoints (
  id                   varchar(63) primary key,
  type                 varchar(63) not null,
  name                 text        not null,
  hostname             text        not null,
  domain               text        not null,
  fqdn                 text        not null constraint redfish_endpoints_fqdn unique,
  enabled              boolean     not null,
  uuid                 text        not null,
  user_name            text        not null,
  use_ssdp             boolean     not null,
  mac_required         boolean     not null,
  mac                  text        not null,
  ip                   text        not null,
  rediscover_on_update boolean     not null,
  template_id          text        not null,
  last_status          text        not null
);

create table component_endpoints (
  id                   varchar(63) primary key,
  type                 varchar(63) not null,
  redfish_type         varchar(63) not null,
  redfish_subtype      text        not null,
  uuid                 text        not null,
  odata_id             text        not null,
  redfish_endpoint_id  varchar(63) references redfish_endpoints (id) on delete cascade, -- null: not discovered, made with its component
  enabled              boolean     not null,
  info                 jsonb       not null
);

create index component_endpoints_type on component_endpoints (type);
create index component_endpoints_redfish_endpoint on component_endpoints (redfish_endpoint_id);

create table ethernet_interfaces (
  id                   varchar(12) primary key, -- the MAC address without colons
  description          text        not null,
  mac                  varchar(17) not null constraint ethernet_interfaces_mac unique,
  last_update          timestamptz not null,
  component_id         varchar(63) not null,    -- no reference: it may name what is not there (yet)
  type                 varchar(63) not null
);

create index ethernet_interfaces_component on ethernet_interfaces (component_id);
create index ethernet_interfaces_type on ethernet_interfaces (type);

create table ethernet_interface_addresses (
  interface_id         varchar(12) not null references ethernet_interfaces (id) on delete cascade,
  position             integer     not null,
  ip                   text        not null,
  network              text        not null,
  primary key (interface_id, position)
);

create index ethernet_interface_addresses_ip on ethernet_interface_addresses (ip);
create index ethernet_interface_addresses_network on ethernet_interface_addresses (network);
