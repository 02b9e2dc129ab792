import type { Source } from './guideline';

const SCALARDL_DOCS = 'https://scalardl.scalar-labs.com/docs/latest';

/** Every document that a guideline may come from; the title is what a reader sees. */
const DOCUMENTS = {
  eksClusters: {
    title:
      'Guidelines for creating an EKS cluster for ScalarDL Ledger and Auditor',
    url: `${SCALARDL_DOCS}/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/`,
  },
  networkPeering: {
    title: 'Configure network peering for ScalarDL Auditor mode',
    url: `${SCALARDL_DOCS}/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/`,
  },
  productionChecklistLedger: {
    title: 'Production checklist for ScalarDL Ledger',
    url: `${SCALARDL_DOCS}/scalar-kubernetes/ProductionChecklistForScalarDLLedger/`,
  },
  productionChecklistAuditor: {
    title: 'Production checklist for ScalarDL Auditor',
    url: `${SCALARDL_DOCS}/scalar-kubernetes/ProductionChecklistForScalarDLAuditor/`,
  },
  manualDeployment: {
    title: 'Deploy ScalarDL Ledger and Auditor on EKS',
    url: `${SCALARDL_DOCS}/scalar-kubernetes/ManualDeploymentGuideScalarDLAuditorOnEKS/`,
  },
  requirements: {
    title: 'Requirements for ScalarDL',
    url: `${SCALARDL_DOCS}/requirements/`,
  },
  regularCheck: {
    title: 'Components to regularly check',
    url: `${SCALARDL_DOCS}/scalar-kubernetes/RegularCheck/`,
  },
  authentication: {
    title: 'ScalarDL authentication guide',
    url: `${SCALARDL_DOCS}/authentication/`,
  },
  configurations: {
    title: 'ScalarDL configurations',
    url: `${SCALARDL_DOCS}/configurations/`,
  },
  containerImages: {
    title: 'How to use the container images',
    url: `${SCALARDL_DOCS}/scalar-kubernetes/HowToUseContainerImages/`,
  },
  helmCharts: {
    title: 'Configure a custom values file for Scalar Helm charts',
    url: `${SCALARDL_DOCS}/helm-charts/configure-custom-values-file/`,
  },
  databaseForAws: {
    title: 'Set up a database for ScalarDB/ScalarDL deployment on AWS',
    url: `${SCALARDL_DOCS}/scalar-kubernetes/SetupDatabaseForAWS/`,
  },
  backupNoSql: {
    title: 'Back up a NoSQL database in a Kubernetes environment',
    url: `${SCALARDL_DOCS}/scalar-kubernetes/BackupNoSQL/`,
  },
  eksBestPractices: {
    title: 'Amazon EKS best practices guide',
    url: 'https://docs.aws.amazon.com/eks/latest/best-practices/introduction.html',
  },
  eksUserGuide: {
    title: 'Amazon EKS user guide',
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/what-is-eks.html',
  },
  eksctlSchema: {
    title: 'eksctl config file schema',
    url: 'https://docs.aws.amazon.com/eks/latest/eksctl/schema.html',
  },
  loadBalancerController: {
    title: 'AWS Load Balancer Controller: NLB annotations',
    url: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/',
  },
  githubHardening: {
    title: 'GitHub Actions: secure use reference',
    url: 'https://docs.github.com/en/actions/reference/security/secure-use',
  },
} as const;

/** The source of a guideline: a known document and the section in it. */
export function source(
  document: keyof typeof DOCUMENTS,
  section: string,
): Source {
  const { title, url } = DOCUMENTS[document];
  return { document: title, section, url };
}
