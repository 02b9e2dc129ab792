import { imageRepository } from '../../workloads/imageRepository';
import type { WorkloadClass } from '../kubernetes';

/** Objects of Actions Runner Controller, and of the one before it. */
const RUNNER_GROUP = /^actions\.(?:github\.com|summerwind\.dev)\//;

/** Runners of GitHub and GitLab and what starts them, by the last parts of the image's name. */
const RUNNER_IMAGE =
  /(?:^|\/)(?:actions-runner(?:-dind)?|actions-runner-controller|gha-runner-scale-set-controller|github-runner|gitlab-runner(?:-helper)?)$/;

/** Whether the workload is a runner of workflows, or starts some. */
export function isRunner({ apiVersion, images }: WorkloadClass): boolean {
  return (
    RUNNER_GROUP.test(apiVersion) ||
    images.some(image => RUNNER_IMAGE.test(imageRepository(image)))
  );
}
