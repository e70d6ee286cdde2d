-- Indexes for what pages ask. (In schema.graphql only what the handlers look up by is indexed: SubQuery makes those GiST,
-- which cost more to write.) Rows as of now are those whose range has no end: partial indexes keep them small beside the
-- history. Rows that happened once (orders, rewards, reports, events) need no such condition.
create index if not exists moho_blocks_number on $SCHEMA.blocks (number desc);
create index if not exists moho_blocks_hash on $SCHEMA.blocks (hash);
create index if not exists moho_blocks_author on $SCHEMA.blocks (author, number desc);

create index if not exists moho_extrinsics_block on $SCHEMA.extrinsics (block desc, index desc);
create index if not exists moho_extrinsics_hash on $SCHEMA.extrinsics (hash);
create index if not exists moho_extrinsics_signer on $SCHEMA.extrinsics (signer, block desc) where signer is not null;
create index if not exists moho_extrinsics_call on $SCHEMA.extrinsics (pallet, call, block desc);

create index if not exists moho_events_block on $SCHEMA.events (block desc, index desc);
create index if not exists moho_events_name on $SCHEMA.events (pallet, name, block desc);
create index if not exists moho_account_activities_account on $SCHEMA.account_activities (account, block desc);

create index if not exists moho_files_current on $SCHEMA.files (id) where upper_inf(_block_range);
create index if not exists moho_files_expired on $SCHEMA.files (expired_at) where upper_inf(_block_range);
create index if not exists moho_files_size on $SCHEMA.files (size_bytes) where upper_inf(_block_range);
create index if not exists moho_replicas_file on $SCHEMA.replicas (file_id, position) where upper_inf(_block_range);
create index if not exists moho_replicas_file_history on $SCHEMA.replicas (file_id);
create index if not exists moho_replicas_who on $SCHEMA.replicas (who) where upper_inf(_block_range);
create index if not exists moho_replicas_owner on $SCHEMA.replicas (owner) where owner is not null and upper_inf(_block_range);
create index if not exists moho_replicas_by_anchor on $SCHEMA.replicas (anchor);
create index if not exists moho_storage_orders_file on $SCHEMA.storage_orders (file_id, block desc);
create index if not exists moho_storage_orders_block on $SCHEMA.storage_orders (block desc, event_index desc);
create index if not exists moho_storage_orders_account on $SCHEMA.storage_orders (account, block desc);
create index if not exists moho_file_events_file on $SCHEMA.file_events (file_id, block desc);
create index if not exists moho_file_events_kind on $SCHEMA.file_events (kind, block desc);
create index if not exists moho_reported_files_file on $SCHEMA.reported_files (file_id, block desc);
create index if not exists moho_pot_movements_block on $SCHEMA.pot_movements (block desc, id);
create index if not exists moho_pot_movements_file on $SCHEMA.pot_movements (file_id, block desc) where file_id is not null;
create index if not exists moho_pot_movements_account on $SCHEMA.pot_movements (account, block desc) where account is not null;
create index if not exists moho_merchant_payments_account on $SCHEMA.merchant_payments (account, block desc);
create index if not exists moho_dsm_prices_block on $SCHEMA.dsm_prices (block desc);

create index if not exists moho_sub_identities_super on $SCHEMA.sub_identities (super_account);
create index if not exists moho_sworkers_current on $SCHEMA.sworkers (id) where upper_inf(_block_range);
create index if not exists moho_swork_identities_current on $SCHEMA.swork_identities (id) where upper_inf(_block_range);
create index if not exists moho_swork_identities_anchor on $SCHEMA.swork_identities (anchor);
create index if not exists moho_swork_identities_owner on $SCHEMA.swork_identities (owner) where owner is not null;
create index if not exists moho_enclave_keys_anchor on $SCHEMA.enclave_keys (anchor) where anchor is not null;
create index if not exists moho_group_members_owner on $SCHEMA.group_members (owner);
create index if not exists moho_group_members_member on $SCHEMA.group_members (member);
create index if not exists moho_reporters_number on $SCHEMA.reporters (number);
create index if not exists moho_reporters_account on $SCHEMA.reporters (account);
create index if not exists moho_reporters_owner on $SCHEMA.reporters (owner) where owner is not null;
create index if not exists moho_reporters_anchor on $SCHEMA.reporters (anchor) where anchor is not null;
create index if not exists moho_slot_reports_slot on $SCHEMA.slot_reports (slot desc);
-- rows are written in the order of their blocks, so a summary of each few pages finds those of a block
create index if not exists moho_slot_reports_block on $SCHEMA.slot_reports using brin (block) with (pages_per_range = 16);
-- `block` beside the key: the usual times of a machine's reports are read from the index alone
create index if not exists moho_slot_reports_reporter on $SCHEMA.slot_reports (reporter, slot desc) include (block);
-- what verdicts do not tell is rare: a grid of a thousand machines asks for it beside them
create index if not exists moho_slot_reports_unusual on $SCHEMA.slot_reports (slot desc, reporter)
  where late or status in ('DUPLICATE', 'REJECTED');
create index if not exists moho_sweep_batches_slot on $SCHEMA.sweep_batches (slot desc, block);
create index if not exists moho_slot_summaries_slot on $SCHEMA.slot_summaries (slot desc);

create index if not exists moho_bondeds_controller on $SCHEMA.bondeds (controller);
create index if not exists moho_ledgers_stash on $SCHEMA.ledgers (stash);
create index if not exists moho_guarantees_validator on $SCHEMA.guarantees (validator);
create index if not exists moho_guarantees_guarantor on $SCHEMA.guarantees (guarantor);
create index if not exists moho_era_stats_era on $SCHEMA.era_stats (era desc) where upper_inf(_block_range);
create index if not exists moho_validator_eras_stash on $SCHEMA.validator_eras (stash, era desc);
create index if not exists moho_validator_eras_by_era on $SCHEMA.validator_eras (era desc, stash);
create index if not exists moho_guarantor_eras_by_era on $SCHEMA.guarantor_eras (era desc, stash);
create index if not exists moho_guarantor_eras_guarantor on $SCHEMA.guarantor_eras (guarantor, era desc);
create index if not exists moho_guarantor_eras_stash on $SCHEMA.guarantor_eras (stash, era desc);
create index if not exists moho_reward_payments_stash on $SCHEMA.reward_payments (stash, block desc);
create index if not exists moho_reward_payments_claim on $SCHEMA.reward_payments (validator, era);
create index if not exists moho_reward_payments_block on $SCHEMA.reward_payments (block desc, event_index desc);
create index if not exists moho_slash_records_stash on $SCHEMA.slash_records (stash, block desc);
create index if not exists moho_sessions_index on $SCHEMA.sessions (index desc);
