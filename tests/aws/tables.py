"""Tables as `template.yaml` defines them, on moto or on DynamoDB Local."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]


class TemplateLoader(yaml.SafeLoader):  # type: ignore[misc]  # PyYAML comes without types
    """Reads CloudFormation's short forms (`!Ref X`) as what stands behind them."""


def _short_form(loader: TemplateLoader, _suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_mapping(node, deep=True)


TemplateLoader.add_multi_constructor("!", _short_form)


def template() -> dict[str, Any]:
    """The parsed `template.yaml`."""
    parsed: dict[str, Any] = yaml.load((ROOT / "template.yaml").read_text(encoding="utf-8"), Loader=TemplateLoader)
    return parsed


def create_table(client: Any, name: str, resource: str = "FactTable") -> str:
    """Creates a table of the template under this name."""
    properties = template()["Resources"][resource]["Properties"]
    keys = ("AttributeDefinitions", "KeySchema", "BillingMode")
    stream = properties.get("StreamSpecification")
    streaming = {"StreamSpecification": {"StreamEnabled": True, **stream}} if stream else {}
    client.create_table(TableName=name, **{key: properties[key] for key in keys}, **streaming)
    return name
