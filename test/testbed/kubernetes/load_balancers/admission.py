"""The webhooks of AWS Load Balancer Controller, for which no pod answers here.

Once its chart is installed, the webhooks lead to the bed. The one for Services gives every new one of type
LoadBalancer the class of the controller, which takes it away from the cloud provider whatever its annotations say:
https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/nlb/#configuration
"""

import base64
import json
import ssl
from collections.abc import Callable
from typing import Any

from testbed.kubernetes.api import Api
from testbed.kubernetes.certificates import Certificates
from testbed.kubernetes.load_balancers.wanted import CLASS
from testbed.kubernetes.load_balancers.watching import Watch, Watching
from testbed.kubernetes.reviews import Review, ReviewServer

GROUP = "/apis/admissionregistration.k8s.io/v1"
KINDS = ("mutatingwebhookconfigurations", "validatingwebhookconfigurations")
LABEL = "labelSelector=app.kubernetes.io%2Fname%3Daws-load-balancer-controller"

IDLE_SECONDS = 300


class Admission:
    """Answers in the place of the controller's pods, with the certificate of the cluster."""

    def __init__(self, certificates: Certificates, api: Callable[[], Api]) -> None:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificates.server, certificates.server_key)
        self._authority = base64.b64encode(certificates.authority.read_bytes()).decode()
        self._server = ReviewServer(_answer, tls)
        self._watching = Watching(api, self._take_over)

    def stop(self) -> None:
        """Nobody is answered any more."""
        self._watching.stop()
        self._server.stop()

    def _take_over(self, api: Api) -> Watch:
        """Leads the webhooks of the controller's chart here, where they led to its pods."""
        mutating, version = KINDS[0], ""
        for kind in KINDS:
            path = f"{GROUP}/{kind}"
            found = api.request("GET", f"{path}?{LABEL}")
            version = version or found["metadata"]["resourceVersion"]
            for configuration in found["items"]:
                webhooks = configuration["webhooks"]
                if any("service" in webhook["clientConfig"] for webhook in webhooks):
                    changed = {"webhooks": [self._led_here(webhook) for webhook in webhooks]}
                    api.patch(f"{path}/{configuration['metadata']['name']}", changed)
        return Watch(f"{GROUP}/{mutating}", version, IDLE_SECONDS)

    def _led_here(self, webhook: dict[str, Any]) -> dict[str, Any]:
        path = webhook["clientConfig"].get("service", {}).get("path", "/")
        client = {"url": f"{self._server.address}{path}", "caBundle": self._authority}
        return {**webhook, "clientConfig": client}


def _answer(path: str, review: Review) -> Review:
    request = review["request"]
    response = {"uid": request["uid"], "allowed": True}
    if path == "mutate-v1-service" and _lacks_class(request["object"]):
        patch = [{"op": "add", "path": "/spec/loadBalancerClass", "value": CLASS}]
        response |= {
            "patchType": "JSONPatch",
            "patch": base64.b64encode(json.dumps(patch).encode()).decode(),
        }
    return {"response": response}


def _lacks_class(service: dict[str, Any]) -> bool:
    spec = service["spec"]
    return spec.get("type") == "LoadBalancer" and not spec.get("loadBalancerClass")
