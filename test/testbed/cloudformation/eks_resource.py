"""What the CloudFormation types of EKS share."""

from typing import Any, ClassVar

from moto.cloudformation.exceptions import UnformattedGetAttTemplateException
from moto.cloudformation.models import cloudformation_backends
from moto.core.common_models import CloudFormationModel
from moto.eks.exceptions import ResourceNotFoundException
from moto.eks.models import eks_backends

from testbed.cloudformation.backend import TestbedCloudFormationBackend
from testbed.cloudformation.errors import ResourceFailed
from testbed.cloudformation.stack import Stack
from testbed.eks.backend import TestbedEksBackend
from testbed.eks.cluster import Cluster
from testbed.eks.update import Update

#: Properties whose keys are the user's own: labels and tags.
_MAPS = ("Labels", "Tags")


class EksResource(CloudFormationModel):
    """One resource of EKS in a stack, which takes its time."""

    TYPE: ClassVar[str]
    #: What Fn::GetAtt may ask for.
    ATTRIBUTES: ClassVar[tuple[str, ...]] = ()

    def __init__(self, properties: dict[str, Any], eks: TestbedEksBackend, stack: Stack) -> None:
        self.properties = properties
        self.eks = eks
        self.stack = stack
        #: Updates that the last change of the stack began.
        self.updates: list[Update] = []

    @staticmethod
    def cloudformation_name_type() -> str:
        return ""

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        return attr in cls.ATTRIBUTES

    @classmethod
    def create_from_cloudformation_json(
        cls,
        resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
        **kwargs: Any,
    ) -> "EksResource":
        stacks = cloudformation_backends[account_id][region_name]
        eks = eks_backends[account_id][region_name]
        assert isinstance(stacks, TestbedCloudFormationBackend) and isinstance(eks, TestbedEksBackend)
        stack = stacks.stack_of_resource(kwargs["StackId"])
        resource = cls(cloudformation_json["Properties"], eks, stack)
        resource.create()
        return resource

    @classmethod
    def update_from_cloudformation_json(
        cls,
        original_resource: "EksResource",
        new_resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
    ) -> "EksResource":
        before = original_resource.properties
        original_resource.properties = cloudformation_json["Properties"]
        original_resource.updates = []
        original_resource.update(before)
        return original_resource

    @property
    def cluster(self) -> Cluster:
        return self.eks.cluster(self.properties["ClusterName"])

    @property
    def request(self) -> dict[str, Any]:
        """The properties as the API names them, with the stack's tags."""
        request = api_names(self.properties)
        return {**request, "tags": {**self.stack.tags, **tag_map(self.properties.get("Tags"))}}

    @property
    def physical_resource_id(self) -> str:
        raise NotImplementedError

    def create(self) -> None:
        raise NotImplementedError

    def update(self, before: dict[str, Any]) -> None:
        raise NotImplementedError

    def delete(self, account_id: str, region_name: str) -> None:
        raise NotImplementedError

    def attribute(self, name: str) -> Any:
        raise NotImplementedError

    def settled(self) -> bool:
        for update in self.updates:
            if update.status == "Failed":
                raise ResourceFailed(f'Resource handler returned message: "{update.errors[0]["errorMessage"]}"')
        return all(update.status != "InProgress" for update in self.updates)

    def removed(self) -> bool:
        return True

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        if attribute_name not in self.ATTRIBUTES:
            raise UnformattedGetAttTemplateException()
        return self.attribute(attribute_name)

    def is_gone(self) -> bool:
        """Whether the cluster that it belonged to is no more."""
        try:
            return self.cluster is None
        except ResourceNotFoundException:
            return True


def api_names(value: Any) -> Any:
    """Property names of a template in the words of the API: the first letter small."""
    if isinstance(value, list):
        return [api_names(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key[0].lower() + key[1:]: item if key in _MAPS and isinstance(item, dict) else api_names(item)
        for key, item in value.items()
    }


def tag_map(tags: Any) -> dict[str, str]:
    """Tags as a map, however the type writes them."""
    if isinstance(tags, dict):
        return tags
    return {tag["Key"]: tag["Value"] for tag in tags or []}
