"""Services of type LoadBalancer become network load balancers in the simulated AWS, and go again."""

from testbed.kubernetes.load_balancers.place import LoadBalancers

__all__ = ["LoadBalancers"]
