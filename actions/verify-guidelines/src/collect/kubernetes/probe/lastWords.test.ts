import { lastWords, oneLine } from './lastWords';

const LOG =
  '2026/11/28 11:24:52 WARNING: [core] [Channel #1 SubChannel #2]grpc: addrConn.createTransport failed to connect to {Addr: "127.0.0.1:1", }. Err: connection error: desc = "transport: authentication handshake failed: x509: certificate is valid for right.test"';

const TIMEOUT = 'timeout: failed to connect service "a:1" within 5s';

describe('lastWords', () => {
  it('is the last line, with the reason of the connection that gRPC logged last', () => {
    const other = LOG.replace('right.test', 'other.test');
    expect(lastWords(`${other}\n${LOG}\n${TIMEOUT}\n`)).toBe(
      `${TIMEOUT} (transport: authentication handshake failed: x509: certificate is valid for right.test)`,
    );
  });

  it('is the last line alone where nothing stands before it', () => {
    expect(lastWords(`${TIMEOUT}\n`)).toBe(TIMEOUT);
    expect(lastWords(undefined)).toBe('');
  });

  it('begins with the crash of a program, wherever it stands', () => {
    const trace = `panic: runtime error: invalid memory address\n\ngoroutine 1 [running]:\nmain.main()`;
    expect(lastWords(trace)).toBe(
      'panic: runtime error: invalid memory address',
    );
  });
});

describe('oneLine', () => {
  it('cuts what is long, and holds no control characters', () => {
    expect(oneLine('a\u001b[31m\r\n b')).toBe('a [31m b');
    expect(oneLine('x'.repeat(1_000))).toHaveLength(300);
  });
});
