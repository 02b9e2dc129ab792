/* eslint-disable jest/no-export -- defines tests for the files that call it */
import { dirname } from 'node:path';
import type { InputDefinitions } from '../inputs';
import {
  declaredInputs,
  readMetadata,
  readmePart,
  readmeTables,
} from './metadata';

/**
 * Defines the tests that `action.yml`, the code and the README of an action agree.
 *
 * @param packageFile - path of the action's `package.json`
 * @param inputs - as the code declares them
 */
export function describeMetadata(
  packageFile: string,
  inputs: InputDefinitions,
): void {
  const folder = dirname(packageFile);

  describe('action.yml', () => {
    const metadata = readMetadata(folder);

    it('declares exactly the inputs that the code reads', () => {
      expect(metadata.inputs).toEqual(declaredInputs(inputs));
    });

    it('runs the bundle on the Node that GitHub offers', () => {
      expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    });

    it('is described in the README as it is', () => {
      const wanted = readmeTables(metadata);
      expect(readmePart(folder, wanted)).toBe(wanted);
    });
  });
}
