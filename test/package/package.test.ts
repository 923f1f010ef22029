import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { VERSION } from '../../src/version.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Manifest {
  readonly bin: Record<string, string>;
  readonly exports: Record<string, string | Record<string, string>>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;

function published(): string[] {
  const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [pack] = JSON.parse(printed) as { files: { path: string }[] }[];
  return (pack?.files ?? []).map(({ path }) => path);
}

/** Returns the specifiers that a module imports at once, and those that it imports later. */
function importsOf(path: string): { atOnce: string[]; later: string[] } {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const atOnce: string[] = [];
  const later: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      atOnce.push(node.moduleSpecifier.text);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      later.push(specifier && ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { atOnce, later };
}

describe('The published package', () => {
  const files = published();

  it('has every file that its exports name, including types', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of targets) {
      const path = target.replace('./', '');
      const [before = '', behind] = path.split('*');
      const present =
        behind === undefined
          ? files.includes(path)
          : files.some((file) => file.startsWith(before) && file.endsWith(behind));
      assert.ok(present, `${target} is not published`);
    }
  });

  it('has every module that its modules import', () => {
    const modules = files.filter((file) => /^dist\/.*\.js$/.test(file));
    assert.ok(modules.length > 50);
    for (const module of modules) {
      const { atOnce, later } = importsOf(module);
      for (const specifier of [...atOnce, ...later]) {
        if (!specifier.startsWith('.')) continue;
        const target = join(module, '..', specifier);
        assert.ok(files.includes(target), `${module} imports ${specifier}, which is not published`);
      }
    }
  });

  it('leaves nothing but lit to the bundler of the page', () => {
    const outside = files
      .filter((file) => /^dist\/esm\/(?!check\/).*\.js$/.test(file))
      .flatMap((module) => Object.values(importsOf(module)).flat())
      .filter((specifier) => !specifier.startsWith('.'));
    assert.deepEqual(
      outside.filter((specifier) => !/^lit(\/|$)/.test(specifier)),
      [],
    );
    assert.deepEqual(Object.keys(manifest.dependencies), ['lit']);
  });

  it('has a command that needs only Node', () => {
    const commands = files.filter((file) => /^dist\/esm\/check\/.*\.js$/.test(file));
    assert.ok(commands.length > 0);
    const outside = commands
      .flatMap((module) => Object.values(importsOf(module)).flat())
      .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'));
    assert.deepEqual(outside, []);
    const path = manifest.bin['mfa-elements'] ?? '';
    assert.ok(read(path).startsWith('#!/usr/bin/env node\n'));
  });

  it('includes the licenses of exactly the packages in it', () => {
    const bundled = ['@lit/localize', '@noble/hashes', '@otplib/core', 'qrcode'];
    const lit = ['@lit/reactive-element', 'lit', 'lit-element', 'lit-html'];
    const inside = {
      'dist/third-party-licenses.md': [...bundled, ...lit],
      'dist/esm/third-party-licenses.md': bundled,
    };
    for (const [file, names] of Object.entries(inside)) {
      assert.ok(files.includes(file), `${file} is not published`);
      const found = [...read(file).matchAll(/^## (\S+) - /gm)].map(([, name]) => name);
      assert.deepEqual(found.toSorted(), names.toSorted(), file);
    }
  });

  it('pins every version exactly', () => {
    const versions = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, version] of Object.entries(versions)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, `${name} is not pinned`);
    }
  });

  it('knows its own version', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    assert.equal(VERSION, version);
  });

  it('can be imported without a document', async () => {
    const library = (await import(new URL('../../dist/esm/index.js', import.meta.url).href)) as {
      MFA_ERROR_KINDS: string[];
    };
    assert.ok(library.MFA_ERROR_KINDS.includes('invalid-code'));
  });
});

describe('The script-tag build', () => {
  const { later } = importsOf('dist/mfa-elements.js');

  it('is self-contained: all its imports are beside it', () => {
    // One import names none: that of the parts, whose names the next tests look for.
    assert.equal(later.filter((specifier) => specifier === '(computed)').length, 1);
    for (const specifier of later.filter((name) => name !== '(computed)')) {
      assert.match(specifier, /^\.\/[\w-]+\.js$/);
      assert.ok(existsSync(join(root, 'dist', specifier)));
    }
  });

  for (const [what, file] of [
    ['the QR encoder', './mfa-elements-qrcode.js'],
    ['the diagnosis of a refused code', './mfa-elements-diagnose-code.js'],
    ['what links an app', './mfa-elements-linking.js'],
    ['the list of apps', './mfa-elements-account.js'],
    ['what more than one of them needs', './mfa-elements-more.js'],
  ] as const) {
    it(`loads ${what} later, from beside itself`, () => {
      assert.ok(read('dist/mfa-elements.js').includes(file));
      assert.ok(existsSync(join(root, 'dist', file)));
    });
  }

  it('is one file until something is loaded later, and each of those is one file too', () => {
    for (const name of readdirSync(join(root, 'dist')).filter((file) => file.endsWith('.js'))) {
      assert.deepEqual(importsOf(join('dist', name)).atOnce, [], name);
    }
  });

  it('evaluates no strings and writes no markup', () => {
    for (const name of readdirSync(join(root, 'dist')).filter((file) => file.endsWith('.js'))) {
      assert.doesNotMatch(read(join('dist', name)), /\beval\(|new Function\(|insertAdjacentHTML/);
    }
  });
});
