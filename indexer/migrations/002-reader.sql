-- The API reads as a role that can do nothing else. It has no password of its own: a login role is made a member of it, or
-- the API's connection changes to it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'moho_reader') then
    create role moho_reader nologin;
  end if;
exception
  -- another database of the same server may have made it at the same moment
  when duplicate_object then null;
  -- on a server of somebody else it may not be ours to make: then the API reads as the role it was given, in read-only sessions
  when insufficient_privilege then null;
end
$$;
do $$
begin
  if exists (select from pg_roles where rolname = 'moho_reader') then
    grant usage on schema $SCHEMA to moho_reader;
    grant select on all tables in schema $SCHEMA to moho_reader;
    alter default privileges in schema $SCHEMA grant select on tables to moho_reader;
  end if;
end
$$;
-- Since PostgreSQL 16 who makes a role may administer it but not become it, unless it is granted.
do $$
begin
  if exists (select from pg_roles where rolname = 'moho_reader')
    and not (select rolsuper from pg_roles where rolname = current_user) then
    grant moho_reader to current_user;
  end if;
exception
  when insufficient_privilege then null; -- somebody else made it: whether we may become it is theirs to say
end
$$;
