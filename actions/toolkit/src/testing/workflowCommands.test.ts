import { readCommands } from './workflowCommands';

describe('readCommands', () => {
  it('reads properties and message as a runner does', () => {
    expect(
      readCommands(
        'text\n::error file=a.yaml,line=3,title=a%2Cb%3A c::x%0Ay%25',
      ),
    ).toEqual([
      {
        name: 'error',
        properties: { file: 'a.yaml', line: '3', title: 'a,b: c' },
        message: 'x\ny%',
      },
    ]);
  });

  it('sees commands in both forms, but none while they are stopped', () => {
    const log = [
      '::stop-commands::token',
      '::error::no',
      '##[error]no',
      '::token::',
      'x ##[add-mask]yes',
    ].join('\n');
    expect(readCommands(log).map(({ name }) => name)).toEqual(['add-mask']);
  });
});
