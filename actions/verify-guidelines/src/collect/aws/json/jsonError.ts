/** What a service of AWS answered. */
export interface JsonAnswer {
  statusCode: number;
  headers: Record<string, string>;
  text: string;
}

interface Body {
  __type?: string;
  message?: string;
  Message?: string;
}

/** An error that AWS answered, in the form in which clients of the SDK throw it. */
export function jsonError({ statusCode, headers, text }: JsonAnswer): Error {
  const { __type, message, Message } = bodyOf(text);
  const code = __type ?? headers['x-amzn-errortype'] ?? 'UnknownError';
  const requestId = headers['x-amzn-requestid'];
  const words = message ?? Message ?? `HTTP status ${statusCode}`;
  return Object.assign(new Error(words), {
    // Some services write `com.amazon…#Code`, others `Code:http://…`.
    name: code.replace(/^.*#/, '').replace(/:.*$/, ''),
    $metadata: { httpStatusCode: statusCode, requestId },
  });
}

/** A gateway on the way answers in HTML. */
function bodyOf(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}

/** What the service may say where it was asked too often. */
const THROTTLED = /Throttl|TooManyRequests|LimitExceeded|SlowDown/;

const PASSING = [500, 502, 503, 504];

/** Whether an error passes by itself, as clients of the SDK see it. */
export function typeOfError(
  error: unknown,
): 'THROTTLING' | 'TRANSIENT' | 'CLIENT_ERROR' {
  const { name, $metadata, code } = error as NodeJS.ErrnoException & {
    $metadata?: { httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode;
  if (status === 429 || (status !== undefined && THROTTLED.test(name))) {
    return 'THROTTLING';
  }
  const passes =
    status === undefined
      ? code !== undefined || name === 'TimeoutError'
      : PASSING.includes(status);
  return passes ? 'TRANSIENT' : 'CLIENT_ERROR';
}
