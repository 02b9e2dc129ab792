/** EC2's filter for what stands in a VPC. */
export function inVpc(vpcId: string) {
  return [{ Name: 'vpc-id', Values: [vpcId] }];
}
