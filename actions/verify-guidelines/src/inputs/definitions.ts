/** Every input; `action.yml` and the README say the same, which a test proves. */
export const INPUTS = {
  stage: {
    description:
      'plan judges the files of the repository; live judges what runs, in AWS and Kubernetes, and only reads unless probe is true.',
    default: 'plan',
  },
  environment: {
    description:
      'Path of scalardl.yaml; the files of its folder, or the clusters that it declares, are judged. Default where sides is not given: scalardl.yaml.',
  },
  sides: {
    description:
      'Instead of environment: YAML with the keys ledger and auditor. For plan each has clusterConfig and values and, as far as there are any, schemaLoading, awsLoadBalancerController, clusterAutoscaler, monitoring and manifests (a folder). For live each has cluster and region and may have profile, roleArn, kubeconfig, context, namespace and release; beside them may stand licensing, applications, runnerCidrs, imageMirrors, systemNamespaces, allowedWorkloads and waivers.',
  },
  'ledger-profile': {
    description:
      "AWS profile that reads the Ledger's account, for live with environment; without it the job's own credentials.",
  },
  'auditor-profile': {
    description:
      "AWS profile that reads the Auditor's account, for live with environment; without it the job's own credentials.",
  },
  'read-secrets': {
    description:
      'true also reads the Secrets that the product uses, for live, so that the shared HMAC secret, signing keys and certificates are judged; digests, curves and dates stay in memory, and nothing of a Secret is shown. The role then needs get on secrets.',
    default: 'false',
  },
  probe: {
    description:
      'true also asks, for live, from a Job in each cluster whether the other side answers health checks, and removes the Job again. The role then needs the Role for probes in the README.',
    default: 'false',
  },
  timeout: {
    description:
      'Minutes after which a live run ends with a report that says what was not read.',
    default: '10',
  },
  'fail-on': {
    description:
      'Lowest level whose failing or unknown guidelines fail the run: requirement, recommendation, derived or never.',
    default: 'requirement',
  },
  'report-directory': {
    description:
      'Folder for scalardl-report.json, scalardl-report.sarif, scalardl-report.junit.xml and scalardl-report.md.',
    default: '.',
  },
  comment: {
    description:
      'true keeps one comment on the pull request that started the workflow; needs github-token with pull-requests: write.',
    default: 'false',
  },
  issue: {
    description:
      'true keeps one issue: opened where the run fails, closed where it succeeds again; needs github-token with issues: write.',
    default: 'false',
  },
  'github-token': {
    description:
      'Token for comment and issue, such as the github.token of the workflow.',
  },
} as const;
