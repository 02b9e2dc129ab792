import { environment } from './environment';

const ENV = { PATH: '/bin', AWS_ACCESS_KEY_ID: 'a', AWS_SESSION_TOKEN: 'b' };

describe('the environment of eksctl', () => {
  it("is the job's", () => {
    expect(environment(undefined, ENV)).toEqual(ENV);
  });

  it('leaves a profile no other credentials beside it', () => {
    expect(environment('shop', ENV)).toEqual({
      PATH: '/bin',
      AWS_PROFILE: 'shop',
    });
  });
});
