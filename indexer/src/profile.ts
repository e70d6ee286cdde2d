import { type ChainProfile, MAINNET_PROFILE } from '@moho/protocol/base';

/**
 * The chain's lengths and offsets. The sandbox has neither environment nor arguments, so `deploy.ts` puts one line,
 * `var MOHO_CHAIN_PROFILE = {…};`, before the bundle; without that line the chain is taken to be mainnet.
 */
declare const MOHO_CHAIN_PROFILE: ChainProfile | undefined;

export const profile: ChainProfile = typeof MOHO_CHAIN_PROFILE === 'undefined' ? MAINNET_PROFILE : MOHO_CHAIN_PROFILE;
