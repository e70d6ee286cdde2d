import type { Hex } from '../../../../codec/scale';
import { plainIdentity, rawData } from '../../pallets/identity/data';
import { textHex } from '../cids';
import type { Scenario } from './scenario';
import { fileOf, happened, MIB, orderOf } from './steps';

/** things people call themselves and their files to hurt whoever shows them */
const NAMES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE files; --",
  '\u202Eevil\u202C txt.exe',
  'Z͑͗a̍l̈́g̽o͌',
  '管理者 🔥 مرحبا',
  '{{7*7}} <%= 7*7 %>',
] as const;
const CIDS: readonly Hex[] = [
  textHex('<a href="javascript:alert(1)">Qm</a>'),
  textHex('../../../etc/passwd'),
  textHex(`Qm${'\u0000'.repeat(44)}`),
  textHex('💥'.repeat(16)),
  '0xfffefdfc',
  textHex(`bafy${'a'.repeat(2_000)}`),
];
const MEMO_BYTES = 64 * 1024;

export const hostileNames: Scenario = {
  name: 'hostile-names',
  about: 'Names, file names and memos made to break whoever shows them: HTML, SQL, control characters, 64 KB.',
  people: Object.fromEntries(NAMES.map((_, i) => [`person ${i}`, 30])),
  blocks: 20,
  *script(stage, ctx) {
    const { identity } = ctx.pallets;
    const people = NAMES.map((_, i) => stage.who(`person ${i}`));
    const named = (i: number) => textHex(NAMES[i] ?? '').slice(0, 66) as Hex;
    ctx = yield people.map((person, i) => {
      const info = plainIdentity(named(i), named(i));
      return ctx.sign(person, identity.calls.setIdentity({ info }));
    });
    stage.fact(
      'everybody has a name',
      people.every((p, i) => identity.identityOf.get(p.account)?.info.display === rawData(named(i))),
    );
    const memo = (i: number): Hex => `0x${Buffer.alloc(MEMO_BYTES, NAMES[i % NAMES.length]).toString('hex')}`;
    ctx = yield CIDS.map((cid, i) => ctx.sign(people[i] ?? stage.who('person 0'), orderOf(ctx, cid, MIB, 0n, memo(i))));
    stage.fact(
      'all of it can be ordered',
      CIDS.every((cid) => fileOf(ctx, cid) !== undefined),
    );
    stage.fact('a memo of 64 KB costs its length', happened(ctx, 'Market.FileSuccess').length >= CIDS.length);
  },
};
