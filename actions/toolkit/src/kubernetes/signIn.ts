import { type TokenFor, eksToken } from './eksToken';

/** How a caller says who it is. */
export interface SignIn {
  /** Value of the header `authorization`; `undefined` where a client certificate says who calls. */
  authorization(): Promise<string | undefined>;
  /** What it means, and what to change, where the API answers 401 or 403. */
  refusals: Readonly<Record<number, string>>;
}

/** A token is made anew after so many milliseconds; EKS takes one for fourteen minutes. */
const TOKEN_MILLISECONDS = 10 * 60_000;

/** https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html */
const EKS_REFUSALS = {
  401: 'these credentials have no access entry',
  403: 'their access entry does not allow it',
};

/** Signs in with AWS credentials, as a cluster of EKS wants it. */
export function eksSignIn(tokenFor: TokenFor): SignIn {
  let token: Promise<string> | undefined;
  let madeAt = 0;
  return {
    refusals: EKS_REFUSALS,
    async authorization() {
      if (!token || Date.now() > madeAt + TOKEN_MILLISECONDS) {
        madeAt = Date.now();
        token = eksToken(tokenFor);
        token.catch(() => (token = undefined));
      }
      return `Bearer ${await token}`;
    },
  };
}
