"""The JSON Schemas for editors, read by somebody else's validator: they allow what platforms hold, and little else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from jsonschema import Draft202012Validator

import declarations
from built_platform import PLATFORMS, PROGRAM


class CoreLoader(yaml.SafeLoader):  # type: ignore[misc]
    """Reads YAML as editors do, by the core schema of YAML 1.2: `oui`, `no` and dates are texts."""


CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def load(text: str) -> Any:
    return yaml.load(text, CoreLoader)


def front_matter(file: Path) -> Any:
    text = file.read_text(encoding="utf-8")
    return load(text.split("\n---", 1)[0].removeprefix("---\n")) if text.startswith("---\n") else {}


def items(source: Path, types: dict[str, dict[str, Any]]) -> list[tuple[str, Path]]:
    """The type and the file of every item: the type is that of the innermost folder."""
    found = []
    for file in sorted((source / "content").rglob("*.md")):
        path = file.relative_to(source / "content")
        if path.parts[0] == "vocabularies" or any(part.startswith("_") for part in path.parts):
            continue
        owners = [
            (len(folder.parts), name)
            for name, declared in types.items()
            if (folder := Path(declared["folder"])) in path.parents
        ]
        if not owners:
            continue
        name = max(owners)[1]
        introduces = path == Path(types[name]["folder"]) / "index.md" and types[name].get("list", True)
        if not introduces:
            found.append((name, file))
    return found


def errors(schema: Any, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(schema).iter_errors(value)]


@pytest.fixture(scope="module", params=[*PLATFORMS, "fr", "en"])
def source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of each platform, and new ones in both languages, with their schemas."""
    folder = tmp_path_factory.mktemp("schemas")
    if request.param in PLATFORMS:
        shutil.copytree(PLATFORMS[request.param] / "content", folder / "content")
    else:
        subprocess.run([PROGRAM, "init", folder, "--language", request.param], check=True, capture_output=True)
    subprocess.run([PROGRAM, "schema", "--source", folder], check=True, capture_output=True)
    return folder


def schema(source: Path, name: str) -> Any:
    return json.loads((source / "schemas" / f"{name}.json").read_text(encoding="utf-8"))


def test_schemas_are_schemas(source: Path) -> None:
    files = sorted((source / "schemas").rglob("*.json"))
    assert len(files) == 3 + len(declarations.types(source))
    for file in files:
        Draft202012Validator.check_schema(json.loads(file.read_text(encoding="utf-8")))


def test_front_matter_is_allowed(source: Path) -> None:
    found = items(source, declarations.types(source))
    schemas = {name: schema(source, f"front-matter/{name}") for name in declarations.types(source)}
    assert {name for name, _ in found} == set(schemas), "a type without an item is not tried"
    wrong = {str(file): errors(schemas[name], front_matter(file)) for name, file in found}
    assert {file: found for file, found in wrong.items() if found} == {}


def test_declarations_are_allowed(source: Path) -> None:
    files = [(source / "content/site.yml", "site")]
    files += [(file, "type") for file in sorted((source / "content/types").glob("*.yml"))]
    files += [(file, "vocabulary") for file in sorted((source / "content/vocabularies").glob("*.yml"))]
    wrong = {str(file): errors(schema(source, name), load(file.read_text(encoding="utf-8"))) for file, name in files}
    assert {file: found for file, found in wrong.items() if found} == {}


NOTE = """\
name: Note
plural: Notes
folder: notes
capabilities: [event, figures]
fields:
  lieu: {type: text, required: true}
  profils: {type: term, vocabulary: profils, list: true}
  ouvert: {type: boolean}
  duree: {type: number}
  lien: {type: link}
  depuis: {type: date}
"""
PROFILES = "name: Profil\nplural: Profils\nterms:\n  - {id: a, label: Aînés}\n  - {id: '17', label: Dix-sept}\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    for path, text in {
        "site.yml": "name: Essai\nbase_url: https://exemple.org/\n",
        "types/note.yml": NOTE,
        "vocabularies/profils.yml": PROFILES,
    }.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, encoding="utf-8")
    return folder


def reading(folder: Path, text: str) -> tuple[bool, bool]:
    """Whether the schema allows a front matter, and whether a build does, warnings counted as errors."""
    output = subprocess.run(
        [PROGRAM, "schema", "--source", folder, "--type", "note"], check=True, capture_output=True, text=True
    ).stdout
    item = folder / "content/notes/une.md"
    item.parent.mkdir(exist_ok=True)
    item.write_text(f"---\ntitle: A\n{text}---\n", encoding="utf-8")
    built = subprocess.run([PROGRAM, "build", "--source", folder, "--strict"], check=False, capture_output=True)
    return errors(json.loads(output), load(text)) == [], built.returncode == 0


@pytest.mark.parametrize(
    "text",
    [
        "lieu: Ici\n",
        "lieu: 12\n",
        "lieu: true\n",
        "lieu: non précisé\n",
        "lieu: Ici\nprofils: a\n",
        "lieu: Ici\nprofils: [a, 17]\n",
        "lieu: Ici\nprofils: Aînés\n",
        "lieu: Ici\nprofils:\n",
        "lieu: Ici\nouvert: oui\n",
        "lieu: Ici\nouvert: false\n",
        "lieu: Ici\nduree: 1,5\n",
        "lieu: Ici\nduree: non précisée\n",
        "lieu: Ici\nlien: https://exemple.org/\n",
        "lieu: Ici\nlien: mailto:a@exemple.org\n",
        "lieu: Ici\ndepuis: 2024\n",
        "lieu: Ici\ndepuis: 2024-T4\n",
        "lieu: Ici\ndepuis: 2020-11/..\n",
        "lieu: Ici\ndepuis: 2019-12-19 14:30\n",
        "lieu: Ici\nevent: {start: 2026-11-21, online: non, replay: non précisé}\n",
        "lieu: Ici\nevent: non précisé\n",
    ],
)
def test_what_a_build_takes_is_allowed(small: Path, text: str) -> None:
    assert reading(small, text) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "profils: a\n",
        "lieu:\n",
        "lieu: [Ici]\n",
        "lieu: Ici\nlieux: Là\n",
        "lieu: Ici\nprofils: b\n",
        "lieu: Ici\nouvert: peut-être\n",
        "lieu: Ici\nduree: longue\n",
        "lieu: Ici\nlien: exemple.org\n",
        "lieu: Ici\ndepuis: hier\n",
        "lieu: Ici\ndepuis: 2024-13\n",
        "lieu: Ici\ndepuis: 2024-T5\n",
        "lieu: Ici\nevent: {place: Ici}\n",
        "lieu: Ici\nevent: {start: 2026-11-21, lieu: Ici}\n",
        "lieu: Ici\nfigures: {statements: [{value: 1, unit: m}]}\n",
        "lieu: Ici\nsources: [{texte: A}]\n",
        "lieu: Ici\ndraft: parfois\n",
        "lieu: Ici\nlayout: large\n",
    ],
)
def test_what_a_build_refuses_is_not_allowed(small: Path, text: str) -> None:
    assert reading(small, text) == (False, False)
