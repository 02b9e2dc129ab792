"""Properties of a template that moto's models leave out."""

from collections.abc import Callable
from typing import Any

from moto.ec2.models import EC2Backend

#: Type, property, and how EC2 is told of it.
_VPC_ATTRIBUTES = {"EnableDnsSupport": "enable_dns_support", "EnableDnsHostnames": "enable_dns_hostnames"}
_SUBNET_ATTRIBUTES = {"MapPublicIpOnLaunch": "map_public_ip_on_launch"}


def complete(ec2: EC2Backend, instance: Any, definition: dict[str, Any]) -> None:
    """Applies them to a resource that was just made; properties are resolved."""
    if definition["Type"] in _COMPLETIONS:
        _COMPLETIONS[definition["Type"]](ec2, instance, definition.get("Properties", {}))


def _complete_vpc(ec2: EC2Backend, vpc: Any, properties: dict[str, Any]) -> None:
    for name, attribute in _VPC_ATTRIBUTES.items():
        if name in properties:
            ec2.modify_vpc_attribute(vpc.id, attribute, _boolean(properties[name]))  # type: ignore[arg-type]


def _complete_subnet(ec2: EC2Backend, subnet: Any, properties: dict[str, Any]) -> None:
    for name, attribute in _SUBNET_ATTRIBUTES.items():
        if name in properties:
            ec2.modify_subnet_attribute(subnet.id, attribute, _boolean(properties[name]))


def _complete_tags(ec2: EC2Backend, instance: Any, properties: dict[str, Any]) -> None:
    ec2.create_tags([instance.id], {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])})


def _associate_route_table(ec2: EC2Backend, _: Any, properties: dict[str, Any]) -> None:
    """moto only remembers that there is such a resource."""
    ec2.associate_route_table(properties["RouteTableId"], subnet_id=properties["SubnetId"])


def _boolean(value: Any) -> bool:
    """A template may write true as text."""
    return str(value).lower() == "true"


_COMPLETIONS: dict[str, Callable[[EC2Backend, Any, dict[str, Any]], None]] = {
    "AWS::EC2::EIP": _complete_tags,
    "AWS::EC2::InternetGateway": _complete_tags,
    "AWS::EC2::NatGateway": _complete_tags,
    "AWS::EC2::RouteTable": _complete_tags,
    "AWS::EC2::Subnet": _complete_subnet,
    "AWS::EC2::SubnetRouteTableAssociation": _associate_route_table,
    "AWS::EC2::VPC": _complete_vpc,
}
