/* House rules on imports: downwards only, modules by rank and only through their index. */
const { ranks } = require('./packages/server/src/modules/modules.json');

const MODULES = 'packages/server/src/modules';
const names = Object.keys(ranks);
const at = (list) => `^${MODULES}/(${list.join('|')})/`;

const byRank = names.map((name) => ({
  name: `rank-of-${name}`,
  comment: 'a module imports only lower ranks; equals never import each other',
  severity: 'error',
  from: { path: `^${MODULES}/${name}/`, pathNot: '\\.db\\.test\\.ts$' },
  to: { path: at(names.filter((other) => other !== name && ranks[other] >= ranks[name])) },
}));

const throughIndex = {
  name: 'through-the-index',
  comment: 'a module is known by its index.ts only',
  severity: 'error',
  from: { path: `^${MODULES}/([^/]+)/` },
  to: { path: `^${MODULES}/[^/]+/(?!index\\.ts$)`, pathNot: `^${MODULES}/$1/` },
};

const layer = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { path: to },
});

module.exports = {
  forbidden: [
    ...byRank,
    throughIndex,
    layer(
      'kernel-knows-nobody',
      '^packages/server/src/kernel/',
      '^packages/server/src/(platform|modules|apps|testing)/',
    ),
    layer('platform-below-modules', '^packages/server/src/platform/', '^packages/server/src/(modules|apps)/'),
    layer('modules-below-apps', `^${MODULES}/`, '^packages/server/src/apps/'),
    layer('values-alone', '^packages/values/', '^packages/(policy|server|web)/'),
    layer('policy-on-values', '^packages/policy/', '^packages/(server|web)/'),
    layer('web-without-server', '^packages/web/', '^packages/server/'),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.gen\\.ts$|/dist/)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
