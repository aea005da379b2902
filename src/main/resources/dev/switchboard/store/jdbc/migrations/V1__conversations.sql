-- Both PostgreSQL and H2 in its PostgreSQL mode read this.
create table conversation (
  id varchar(100) primary key,
  version bigint not null,
  format int not null,
  closed boolean not null,
  changed timestamp with time zone not null,
  body text not null
);
create index conversation_open on conversation (closed, changed);

-- Commands that were asked for and are not known to be done. A wake-up is one that is due later.
create table outbox (
  conversation varchar(100) not null,
  number bigint not null,
  format int not null,
  due timestamp with time zone not null,
  begun_until timestamp with time zone,
  overdue_at timestamp with time zone not null,
  body text not null,
  primary key (conversation, number)
);
create index outbox_overdue on outbox (overdue_at);
