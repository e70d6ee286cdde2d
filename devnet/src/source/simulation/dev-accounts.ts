import type { Hex } from '../../codec/scale';
import type { Economy } from './economy';
import type { EventRecord } from './framework/events';

/** sr25519 accounts of the development seed phrase, which every Substrate tool knows as //Alice … //Ferdie. */
export const DEV_ACCOUNTS: Readonly<Record<string, Hex>> = {
  '//Alice': '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d',
  '//Bob': '0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48',
  '//Charlie': '0x90b5ab205c6974c9ea841be688864633dc9ca8a357843eeacf2314649965fe22',
  '//Dave': '0x306721211d5404bd9da88e0204360a1a9ab8b87c66c1bc2fcdd37f3c2222cc20',
  '//Eve': '0xe659a7a1628cdd93febc04a4e0646ea20e9f5f0ce097d9a05290d4a9e054df4e',
  '//Ferdie': '0x1cbd2d43530a44705ad088af313e18f80b53ef16b36177cd4b77b846f2a5f07c',
};

const ENDOWMENT = 10_000n * 1_000_000_000_000n;

/** "modl": accounts of pallets, through which money goes from everybody to everybody */
const PALLET_ACCOUNT = '0x6d6f646c';

/**
 * The economy with the developers' accounts in its genesis, 10,000 CRU each. Nobody in the economy uses them. They, and
 * whoever they give money to, are visitors: the economy hears what they order and may store it.
 */
export function withDevAccounts(economy: Economy): Economy {
  const visitors = new Set<Hex>(Object.values(DEV_ACCOUNTS));

  function listen(events: readonly EventRecord[]): void {
    for (const { pallet, name, args } of events) {
      const [who, what] = args as readonly Hex[];
      if (who === undefined || what === undefined || !visitors.has(who)) continue;
      if (pallet === 'Market' && name === 'FileSuccess') economy.visitorOrdered?.(what);
      if (pallet === 'Balances' && name === 'Transfer' && !what.startsWith(PALLET_ACCOUNT)) visitors.add(what);
    }
  }
  return {
    ...economy,
    genesis(runtime, seed, lay) {
      economy.genesis(runtime, seed, lay);
      for (const account of Object.values(DEV_ACCOUNTS)) runtime.pallets.balances.endow(account, ENDOWMENT);
    },
    block(ctx) {
      listen(ctx.previousEvents);
      return economy.block(ctx);
    },
  };
}
