import { describeReceived, hidePassword, quote } from './received';

describe('describeReceived', () => {
  it.each([
    [undefined, undefined, 'nothing'],
    [null, '~', 'an empty value'],
    [1.3, '1.30', 'the number 1.30'],
    [true, 'true', 'true'],
    ['text', undefined, '"text"'],
    [[], undefined, 'an empty list'],
    [[1, 2], undefined, 'a list of 2'],
    [{}, undefined, 'a mapping'],
  ])('says what %j is', (value, written, words) => {
    expect(describeReceived(value, written)).toBe(words);
  });
});

describe('quote', () => {
  it('shortens a long text', () => {
    expect(quote('x'.repeat(500))).toHaveLength(82);
  });

  it('shows control characters', () => {
    expect(quote('a\u0007')).toBe('"a\\u0007"');
  });
});

describe('hidePassword', () => {
  it.each([
    'jdbc:postgresql://app:hunter2@db/ledger',
    'jdbc:sqlserver://db;user=app;password=hunter2',
    'jdbc:oracle:thin:scott/hunter2@db:1521',
    'jdbc:mysql://db/ledger?user=a&Password = hunter2',
  ])('hides it in %s', text => {
    expect(hidePassword(text)).not.toContain('hunter2');
  });

  it('leaves other texts alone', () => {
    expect(hidePassword('jdbc:postgresql://db/ledger')).toBe(
      'jdbc:postgresql://db/ledger',
    );
  });
});
