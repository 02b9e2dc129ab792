/**
 * Imitates https://github.com/actions/upload-artifact for one path without patterns: a file stands at the
 * artifact's root, of a folder its content does.
 */
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const {
  INPUT_NAME: name = '',
  INPUT_PATH: path = '',
  STAND_IN_ARTIFACTS: artifacts,
} = process.env;
const onNoFiles = process.env['INPUT_IF-NO-FILES-FOUND'];

function fail(message: string): void {
  process.stdout.write(`::error::${message}\n`);
  process.exitCode = 1;
}

if (!artifacts) fail('The runner sets no STAND_IN_ARTIFACTS.');
else if (/[*?[\n]/.test(path)) {
  fail(`This stand-in takes one path without patterns, not ${path}.`);
} else if (existsSync(path)) {
  const target = join(artifacts, name);
  if (existsSync(target)) fail(`There already is an artifact named ${name}.`);
  else {
    mkdirSync(target);
    const isFolder = statSync(path).isDirectory();
    cpSync(resolve(path), isFolder ? target : join(target, basename(path)), {
      recursive: true,
    });
  }
} else if (onNoFiles === 'error') {
  fail(`No files were found with the provided path: ${path}.`);
} else if (onNoFiles === 'warn') {
  process.stdout.write(`::warning::No files were found: ${path}.\n`);
}
