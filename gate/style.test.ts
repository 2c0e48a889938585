import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, ROOT } from './tree.ts';

interface House {
  readonly name: string;
  readonly files: RegExp;
  /** What is wrong with this text; nothing when it is fine. */
  readonly wrong: (text: string) => string | undefined;
  readonly planted: string;
}

const CODE = /\.(ts|tsx|mjs)$/;
const GENERATED = /\.gen\.ts$/;
const firstMatch = (pattern: RegExp) => (text: string) => pattern.exec(text)?.[0];

const RULES: readonly House[] = [
  {
    name: 'no file over 500 lines',
    files: CODE,
    wrong: (text) => (text.split('\n').length > 501 ? 'too long' : undefined),
    planted: 'export const a = 1;\n'.repeat(501),
  },
  {
    name: 'no class but errors',
    files: /\.tsx?$/,
    wrong: firstMatch(/^(export )?(default )?class \w+(?! extends)\b(?! extends)/m),
    planted: 'class Helper {}\n',
  },
  {
    name: 'no work left marked as unfinished',
    files: CODE,
    wrong: firstMatch(new RegExp('\\b(TO' + 'DO|FIX' + 'ME|X' + 'XX)\\b')),
    planted: `// ${'TO' + 'DO'} later\n`,
  },
  {
    name: 'no test switched off',
    files: /\.test\.ts$|\.e2e\.ts$/,
    wrong: firstMatch(new RegExp('\\b(it|test|describe)\\.(sk' + 'ip|on' + 'ly|to' + 'do)\\(')),
    planted: `test.${'sk' + 'ip'}('x', () => {});\n`,
  },
  {
    name: 'no silenced compiler',
    files: /\.tsx?$/,
    wrong: firstMatch(new RegExp('@ts-(ign' + 'ore|noch' + 'eck)')),
    planted: `// @ts-${'ign' + 'ore'}\n`,
  },
  {
    name: 'no path of one machine',
    files: /./,
    wrong: firstMatch(new RegExp('(?<![\\w.])/(wo' + 'rk|ro' + 'ot|ho' + 'me)/[a-z]')),
    planted: `/${'wo' + 'rk'}/main\n`,
  },
  {
    name: 'no address of a package registry',
    files: /(package-lock\.json|\.npmrc)$/,
    wrong: firstMatch(/"resolved": *"https?:|^registry *=/m),
    planted: 'registry=https://example.org\n',
  },
];

const BINARY = /\.(png|jpe?g|webp|xlsx|docx|pdf|zip|ico|gif)$/;

describe('the house style holds', () => {
  test.each(RULES)('$name', ({ files, wrong }) => {
    const names = projectFiles(files).filter(
      (name) => !BINARY.test(name) && !GENERATED.test(name) && !/^gate\/style/.test(name),
    );
    expect(names.length).toBeGreaterThan(0);
    const found = names.flatMap((name) => {
      const what = wrong(readFileSync(join(ROOT, name), 'utf8'));
      return what === undefined ? [] : [`${name}: ${what}`];
    });
    expect(found).toEqual([]);
  });

  test.each(RULES)('$name: a planted violation fires', ({ wrong, planted }) => {
    expect(wrong(planted)).toBeDefined();
  });
});
