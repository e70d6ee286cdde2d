import { describe, expect, it } from 'vitest';
import { type ChainRegistry, runtimeNames } from './names';

const text = (value: string) => ({ toString: () => value });

/** As polkadot.js answers: `args` in camel case without leading underscores, `fields` as the runtime spells them. */
const registry: ChainRegistry = {
  findMetaCall: (index) => {
    expect([...index]).toEqual([26, 0]);
    const args = [
      { name: text('reportedFileSize'), type: text('u64') },
      { name: text('memo'), type: text('Bytes') },
    ];
    return {
      section: 'market',
      meta: {
        name: text('place_storage_order'),
        args,
        fields: [{ name: text('reported_file_size') }, { name: text('_memo') }],
      },
    };
  },
  findMetaError: () => ({ section: 'market', name: 'FileTooLarge' }),
  createType: () => text('{}'),
};

describe('runtimeNames', () => {
  it('names arguments as the runtime does, since decoded calls carry those names', () => {
    expect(runtimeNames(registry).call('0x1a00')).toEqual({
      pallet: 'market',
      call: 'place_storage_order',
      args: [
        { name: 'reported_file_size', type: 'u64' },
        { name: '_memo', type: 'Bytes' },
      ],
    });
  });
});
