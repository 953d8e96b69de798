"""Writes the peers' form of a notebook with N sections: a formula, a matrix and its heatmap each.

    notebook.py jupyter|rmarkdown|marimo N FILE
"""

import json
import sys

kind, count, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
SETUP = """import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)

def heatmap(m, title):
    figure, axes = plt.subplots(figsize=(3, 3))
    axes.imshow(m)
    axes.set_title(title)
    for (i, j), v in np.ndenumerate(m):
        axes.text(j, i, f"{v:.2f}", ha="center", va="center")
    return figure"""
# Every peer draws ten heatmaps; the other sections print their matrix.
PYTHON = "a{i} = np.random.uniform(-1, 1, (3, 3)) * 2 + {i}\n"
FORMULA = "The value $x_{{{i}}} = \\sum_k w_{{{i},k}}\\,v_k$ is next."


def body(i):
    return PYTHON.format(i=i) + (f"heatmap(a{i}, 'a{i}')" if i < 10 else f"a{i}")


def jupyter():
    import nbformat.v4 as v4

    cells = [v4.new_code_cell(SETUP)]
    for i in range(count):
        cells.append(v4.new_markdown_cell(f"## Section {i}\n\n" + FORMULA.format(i=i)))
        cells.append(v4.new_code_cell(body(i) + (";" if i < 10 else "")))
    notebook = v4.new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps(notebook)


def marimo():
    parts = ["import marimo\napp = marimo.App()\n"]

    def cell(code, returned):
        lines = "\n".join("    " + line for line in code.split("\n"))
        parts.append(f"@app.cell\ndef _():\n{lines}\n    return {returned}\n")

    cell(SETUP + "\nimport marimo as mo", "np, plt, heatmap, mo")
    for i in range(count):
        text = f"## Section {i}\n\n" + FORMULA.format(i=i)
        parts.append(f"@app.cell\ndef _(mo):\n    mo.md(r'''{text}''')\n    return\n")
        lines = "\n".join("    " + line for line in body(i).split("\n"))
        parts.append(f"@app.cell\ndef _(np, heatmap):\n{lines}\n    return\n")
    parts.append('if __name__ == "__main__":\n    app.run()\n')
    return "\n".join(parts)


def rmarkdown():
    parts = ["---\ntitle: Bench\noutput:\n  rmarkdown::html_vignette:\n    math_method: mathml\n---\n"]
    for i in range(count):
        draw = f"image(a{i})" if i < 10 else f"a{i}"
        parts.append(f"## Section {i}\n\n{FORMULA.format(i=i)}\n")
        parts.append(f"```{{r}}\na{i} <- matrix(runif(9, -1, 1), 3) * 2 + {i}\n{draw}\n```\n")
    return "\n".join(parts)


with open(path, "w") as file:
    file.write({"jupyter": jupyter, "marimo": marimo, "rmarkdown": rmarkdown}[kind]())
