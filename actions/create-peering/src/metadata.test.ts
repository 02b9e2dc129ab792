import { dirname, resolve } from 'node:path';
import {
  declaredInputs,
  readMetadata,
  readmePart,
  readmeTables,
} from '@scalardl-on-eks/action-toolkit/testing';
import { INPUTS } from './inputs';

const FOLDER = dirname(resolve(require.resolve('./index.ts'), '..'));

describe('action.yml', () => {
  const metadata = readMetadata(FOLDER);

  it('declares exactly the inputs that the code reads', () => {
    expect(metadata.inputs).toEqual(declaredInputs(INPUTS));
  });

  it('runs the bundle on the Node that GitHub offers', () => {
    expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });

  it('is described in the README as it is', () => {
    const wanted = readmeTables(metadata);
    expect(readmePart(FOLDER, wanted)).toBe(wanted);
  });
});
