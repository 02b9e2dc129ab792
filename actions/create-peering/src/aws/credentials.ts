/** Whose eyes and hands; without both, those of the job. */
export interface Credentials {
  profile?: string;
  roleArn?: string;
}
