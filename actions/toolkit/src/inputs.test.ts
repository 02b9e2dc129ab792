import { InputError, helpText, oneOf, readRawInputs } from './inputs';

const DEFINITIONS = {
  mode: { description: 'What to do.', default: 'check' },
  'ledger-host': { description: 'A name.' },
} as const;

describe('readRawInputs', () => {
  it('reads what GitHub passes, with defaults for what is empty', () => {
    const env = {
      GITHUB_ACTIONS: 'true',
      INPUT_MODE: '',
      'INPUT_LEDGER-HOST': '  a.example ',
    };
    expect(readRawInputs(DEFINITIONS, { argv: [], env })).toEqual({
      mode: 'check',
      'ledger-host': 'a.example',
    });
  });

  it('reads flags on a command line, and no variable of the environment', () => {
    const start = { argv: ['--mode', 'write'], env: { INPUT_MODE: 'check' } };
    expect(readRawInputs(DEFINITIONS, start)).toEqual({
      mode: 'write',
      'ledger-host': '',
    });
  });

  it('reads flags in a run: line of a workflow, too', () => {
    const start = {
      argv: ['--mode=write'],
      env: { GITHUB_ACTIONS: 'true', INPUT_MODE: 'check' },
    };
    expect(readRawInputs(DEFINITIONS, start).mode).toBe('write');
  });

  it.each([
    ['--mdoe', '--mdoe'],
    ['write', 'write'],
  ])('refuses %s and names the flags there are', (argument, named) => {
    const attempt = () =>
      readRawInputs(DEFINITIONS, { argv: [argument], env: {} });
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow('Expected only the flags --mode, --ledger-host');
    expect(attempt).toThrow(named);
  });
});

describe('helpText', () => {
  it('tells every flag with its default', () => {
    expect(helpText('Does it.', DEFINITIONS)).toBe(
      [
        'Does it.',
        '',
        '  --mode         What to do. Default: check.',
        '  --ledger-host  A name.',
        '',
      ].join('\n'),
    );
  });
});

describe('oneOf', () => {
  it('gives the word, or a sentence that names the input', () => {
    const words = ['check', 'write'] as const;
    expect(oneOf(words, { name: 'mode', value: 'write' })).toEqual({
      value: 'write',
    });
    expect(oneOf(words, { name: 'mode', value: 'x' })).toEqual({
      problem: 'mode: expected check or write, received "x".',
    });
  });
});
