"""Makes the JSON Schema of `coord.yaml` from its types, so that editors complete and check a plan.

It allows what the reader allows, as far as a schema can say it: a number stands where a text is
wanted because YAML takes `036` for one, and nothing stands for "not given".
"""

import json
from typing import Any

from coord_tui.core.durations import DURATION
from coord_tui.core.plan_shape import (
    ByKey,
    Choice,
    Field,
    Flag,
    ListsByKey,
    Many,
    Number,
    Period,
    Record,
    Shape,
    Text,
    TextOrFlag,
    plan_shape,
)

Schema = dict[str, Any]

SCALAR = ["string", "number", "boolean"]

_FIXED: dict[type[Any], Schema] = {
    Flag: {"type": "boolean"},
    TextOrFlag: {"type": SCALAR, "minLength": 1},
    Period: {"type": "string", "pattern": DURATION},
    Number: {"type": "integer", "minimum": 1, "maximum": 999_999_999},
}


def schema_text() -> str:
    """The schema file as it is shipped."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "coord.yaml",
        **_schema(plan_shape()),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema(shape: Shape) -> Schema:
    match shape:
        case Flag() | TextOrFlag() | Period() | Number():
            return dict(_FIXED[type(shape)])
        case Text(pattern):
            return {"type": SCALAR} | ({"pattern": pattern} if pattern else {})
        case Choice(values):
            return {"enum": list(values)}
        case Many(item):
            return {"type": "array", "items": _schema(item)}
        case ByKey(key=key, item=item):
            return _mapping(_schema(key), _or_nothing(_record(item)))
        case ListsByKey(key=key, item=item):
            items = {"type": "array", "items": _record(item)}
            return _mapping(_schema(key), _or_nothing(items))
        case Record():
            return _record(shape)


def _mapping(keys: Schema, values: Schema) -> Schema:
    """A mapping with free keys, which are always text."""
    return {
        "type": "object",
        "propertyNames": keys | {"type": "string"},
        "additionalProperties": values,
    }


def _record(shape: Record) -> Schema:
    """A mapping with fixed keys, or the bare text that stands for one."""
    schema: Schema = {
        "description": " ".join(shape.doc.split()),
        "type": "object",
        "properties": {name: _field(field) for name, field in shape.fields.items()},
        "required": [name for name, field in shape.fields.items() if field.required],
        "additionalProperties": False,
    }
    if not schema["required"]:
        del schema["required"]
    if not shape.bare:
        return schema
    return {"anyOf": [_schema(shape.fields[shape.bare].shape), schema]}


def _field(field: Field) -> Schema:
    schema = _schema(field.shape)
    if not field.required:
        schema = _or_nothing(schema)
    return {"description": field.doc, **schema} if field.doc else schema


def _or_nothing(schema: Schema) -> Schema:
    """Also allows a key without a value."""
    if "anyOf" in schema:
        return schema | {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    types = schema["type"]
    return schema | {"type": [*(types if isinstance(types, list) else [types]), "null"]}
