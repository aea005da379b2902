-- People who have logged in. Only a hash of what the browser holds is kept.
create table session (
  token_hash varchar(64) primary key,
  user_name varchar(100) not null,
  csrf varchar(64) not null,
  expires timestamp with time zone not null
);
create index session_expires on session (expires);
