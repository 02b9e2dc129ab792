import * as fc from 'fast-check';
import { anyReport } from '../__testUtils__/anyReport';
import { MIXED } from '../__testUtils__/report';
import { toText } from './toText';

describe('toText', () => {
  it('is a table with the evidence of what needs action', () => {
    expect(toText(MIXED)).toMatchSnapshot();
  });

  it('sends nothing to a terminal but text', () => {
    fc.assert(
      fc.property(anyReport, report => {
        expect(toText(report).replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('starts no line with a workflow command', () => {
    fc.assert(
      fc.property(anyReport, report => {
        expect(toText(report)).not.toMatch(/^\s*::/m);
      }),
      { numRuns: 100 },
    );
  });
});
