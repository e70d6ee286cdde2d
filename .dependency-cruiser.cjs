/**
 * The one direction of the house: chain → indexer → Postgres → api → web, with protocol below everything.
 * devnet writes the chain's rules a second time, so it may use protocol's helpers (base) but none of its rules.
 */
/** what tests of all packages share: a database server, a free port */
const SUPPORT = '^test/support/';
const workspaces = ['protocol', 'devnet', 'indexer', 'api', 'web', 'test', 'scripts'];
const except = (...allowed) => `^(${workspaces.filter((name) => !allowed.includes(name)).join('|')})/`;
const arrow = (folder, allowed, comment) => ({
  name: `${folder}-arrows`,
  comment,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: except(folder, ...allowed), pathNot: SUPPORT },
});

module.exports = {
  forbidden: [
    arrow('protocol', [], 'protocol is pure Crust arithmetic and imports nobody'),
    arrow('indexer', ['protocol'], 'indexer may import protocol only'),
    arrow('api', ['protocol'], 'api may import protocol only; it meets the indexer in Postgres'),
    arrow('web', ['protocol'], 'web may import protocol only; it asks the api through GraphQL'),
    arrow('devnet', ['protocol'], 'devnet may import protocol/base only'),
    {
      name: 'support-of-tests',
      comment: 'what helps tests is no part of the programs',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$|^[a-z]+/test/|^test/' },
      to: { path: SUPPORT },
    },
    {
      name: 'devnet-repeats-the-rules',
      comment: 'a formula shared by chain and explorer would agree with itself, so devnet takes only the helpers',
      severity: 'error',
      from: { path: '^devnet/' },
      to: { path: '^protocol/', pathNot: '^protocol/src/base/' },
    },
    {
      name: 'subql-only-in-indexer',
      comment: 'GPL code is used as a program that the indexer runs in; nothing else may link it',
      severity: 'error',
      from: { pathNot: '^indexer/' },
      to: { path: 'node_modules/@subql/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere (declaration files name types, which are not modules)',
      severity: 'error',
      from: { pathNot: '\\.d\\.ts$' },
      to: { couldNotResolve: true, pathNot: '/types(/|$)|\\.css$|graphql-env$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.next|coverage)/|^indexer/src/types/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
