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
end
$$;
grant usage on schema $SCHEMA to moho_reader;
grant select on all tables in schema $SCHEMA to moho_reader;
alter default privileges in schema $SCHEMA grant select on tables to moho_reader;
