-- Indexes for the guarantor's desk: eras by what they paid, seats, and slashes that wait.
create index if not exists moho_era_pools_era on $SCHEMA.era_pools (era desc);
create index if not exists moho_era_elections_era on $SCHEMA.era_elections (era desc);
create index if not exists moho_unapplied_slashes_current on $SCHEMA.unapplied_slashes (era, position)
  where upper_inf(_block_range);
create index if not exists moho_validators_history on $SCHEMA.validators (id, lower(_block_range));
