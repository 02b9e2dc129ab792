import { jsonError, typeOfError } from './jsonError';

const answered = (statusCode: number, text: string, headers = {}) =>
  jsonError({ statusCode, headers, text });

describe('jsonError', () => {
  it.each([
    ['{"__type":"AccessDeniedException","message":"no"}', {}],
    ['{"__type":"com.amazon.x#AccessDeniedException","Message":"no"}', {}],
    [
      '{"message":"no"}',
      { 'x-amzn-errortype': 'AccessDeniedException:http://x/' },
    ],
  ])('has the code and the words of %s', (text, headers) => {
    expect(answered(400, text, headers)).toMatchObject({
      name: 'AccessDeniedException',
      message: 'no',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('tells of an answer that is no JSON, as of a gateway', () => {
    expect(
      answered(502, '<html>', { 'x-amzn-requestid': 'r-1' }),
    ).toMatchObject({
      name: 'UnknownError',
      message: 'HTTP status 502',
      $metadata: { httpStatusCode: 502, requestId: 'r-1' },
    });
  });
});

describe('typeOfError', () => {
  it.each([
    [answered(400, '{"__type":"ThrottlingException"}'), 'THROTTLING'],
    [answered(429, ''), 'THROTTLING'],
    [answered(503, ''), 'TRANSIENT'],
    [Object.assign(new Error('cut'), { code: 'ECONNRESET' }), 'TRANSIENT'],
    [answered(400, '{"__type":"AccessDeniedException"}'), 'CLIENT_ERROR'],
    [new Error('no credentials'), 'CLIENT_ERROR'],
  ])('tells whether %s passes by itself', (error, type) => {
    expect(typeOfError(error)).toBe(type);
  });
});
