#!/usr/bin/env bash
# Connects two VPCs of two accounts, one command after the other, as AWS tells people to:
# https://docs.aws.amazon.com/vpc/latest/peering/create-vpc-peering-connection.html
# https://docs.aws.amazon.com/vpc/latest/peering/modify-peering-connections.html
# https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
# https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
# Safe to repeat: what is there already is an error of AWS that counts as done. Reads REQUESTER_* and ACCEPTER_*
# VPC, SUBNETS (separated by commas), GROUP and PORTS (separated by spaces), ACCEPTER_ACCOUNT and AWS_REGION.
set -euo pipefail

requester() { aws --profile requester --output text ec2 "$@"; }
accepter() { aws --profile accepter --output text ec2 "$@"; }

# Runs a command; an error with the given code means that a run before has done it.
unless() {
  local code=$1 said
  shift
  if ! said=$("$@" 2>&1) && [[ $said != *"($code)"* ]]; then
    echo "$said" >&2
    return 1
  fi
}

range_of() { "$1" describe-vpcs --vpc-ids "$2" --query 'Vpcs[0].CidrBlock'; }

status() {
  requester describe-vpc-peering-connections --vpc-peering-connection-ids "$peering" \
    --query 'VpcPeeringConnections[0].Status.Code'
}

requester_range=$(range_of requester "$REQUESTER_VPC")
accepter_range=$(range_of accepter "$ACCEPTER_VPC")

peering=$(requester describe-vpc-peering-connections \
  --filters "Name=requester-vpc-info.vpc-id,Values=$REQUESTER_VPC" \
  "Name=accepter-vpc-info.vpc-id,Values=$ACCEPTER_VPC" "Name=status-code,Values=active" \
  --query 'VpcPeeringConnections[0].VpcPeeringConnectionId')
if [ "$peering" = None ]; then
  peering=$(requester create-vpc-peering-connection --vpc-id "$REQUESTER_VPC" --peer-vpc-id "$ACCEPTER_VPC" \
    --peer-owner-id "$ACCEPTER_ACCOUNT" --peer-region "$AWS_REGION" \
    --query 'VpcPeeringConnection.VpcPeeringConnectionId')
  accepter wait vpc-peering-connection-exists --vpc-peering-connection-ids "$peering"
  accepter accept-vpc-peering-connection --vpc-peering-connection-id "$peering" >/dev/null
  until [ "$(status)" = active ]; do sleep 1; done
fi

requester modify-vpc-peering-connection-options --vpc-peering-connection-id "$peering" \
  --requester-peering-connection-options AllowDnsResolutionFromRemoteVpc=true >/dev/null
accepter modify-vpc-peering-connection-options --vpc-peering-connection-id "$peering" \
  --accepter-peering-connection-options AllowDnsResolutionFromRemoteVpc=true >/dev/null

# connect SIDE SUBNETS GROUP PORTS RANGE: the way to the peer's range, and the ports that the peer may call.
connect() {
  local side=$1 subnets=$2 group=$3 ports=$4 range=$5 table port
  for table in $("$side" describe-route-tables --filters "Name=association.subnet-id,Values=$subnets" \
    --query 'RouteTables[].RouteTableId'); do
    unless RouteAlreadyExists "$side" create-route --route-table-id "$table" \
      --destination-cidr-block "$range" --vpc-peering-connection-id "$peering"
  done
  for port in $ports; do
    unless InvalidPermission.Duplicate "$side" authorize-security-group-ingress --group-id "$group" \
      --protocol tcp --port "$port" --cidr "$range"
  done
}

connect requester "$REQUESTER_SUBNETS" "$REQUESTER_GROUP" "$REQUESTER_PORTS" "$accepter_range"
connect accepter "$ACCEPTER_SUBNETS" "$ACCEPTER_GROUP" "$ACCEPTER_PORTS" "$requester_range"
