import { parseEnvironment } from '@scalardl-on-eks/plugin-scalardl-common';
import { parse } from 'yaml';
import { environmentText } from './environmentText';
import { exampleEnvironment } from './exampleEnvironment';

describe('environmentText', () => {
  it('writes exactly what was given', () => {
    expect(parse(environmentText(exampleEnvironment))).toEqual(
      exampleEnvironment,
    );
  });

  it('writes an environment without problems', () => {
    expect(parseEnvironment(environmentText(exampleEnvironment))).toMatchObject(
      { ok: true },
    );
  });

  it('does not depend on the order of the given keys', () => {
    expect(environmentText(reversed(exampleEnvironment))).toBe(
      environmentText(exampleEnvironment),
    );
  });

  it('starts with the schema for editors, and explains each part of spec', () => {
    expect(environmentText(exampleEnvironment)).toMatchSnapshot();
  });

  it.each(['1.30', '0x1F', 'no', '2027-03-31', '012345678901', '1_000'])(
    'keeps the text %s a text for readers of YAML 1.1, too',
    text => {
      const written = environmentText({ metadata: { description: text } });
      expect(parse(written, { version: '1.1', schema: 'yaml-1.1' })).toEqual({
        metadata: { description: text },
      });
    },
  );

  it('keeps what the schema does not know, last', () => {
    expect(
      Object.keys(parse(environmentText({ typo: 1, kind: 'Environment' }))),
    ).toEqual(['kind', 'typo']);
  });

  it.each([[undefined], ['text'], [[1, 2]], [{ spec: ['a'] }]])(
    'writes even what is no environment: %j',
    value => {
      expect(parse(environmentText(value)) ?? undefined).toEqual(value);
    },
  );

  it('keeps a text that looks like YAML a text', () => {
    const description = 'a: 1\n- b # c\n"';
    expect(parse(environmentText({ metadata: { description } }))).toEqual({
      metadata: { description },
    });
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}
