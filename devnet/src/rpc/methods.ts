import { authorMethods } from './author';
import { chainMethods } from './chain';
import { paymentMethods } from './payment';
import type { Methods } from './registry';
import { stateMethods } from './state';
import { systemMethods } from './system';

const served: Methods = {
  ...authorMethods,
  ...chainMethods,
  ...paymentMethods,
  ...stateMethods,
  ...systemMethods,
  rpc_methods: () => ({ version: 1, methods: names }),
};

const names = Object.keys(served).sort();

/** Every method served, by name. */
export const methods: ReadonlyMap<string, Methods[string]> = new Map(Object.entries(served));
