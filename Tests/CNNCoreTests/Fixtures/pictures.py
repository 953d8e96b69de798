"""Writes pictures.json: small PNG and JPEG files by Pillow, in base64, and the values in them."""

import base64
import io
import json
from pathlib import Path

import numpy as np
from PIL import Image

rows, columns = np.mgrid[0:7, 0:9]
gray = ((rows * 37 + columns * 23) % 256).astype(np.uint8)
colors = np.stack([gray, 255 - gray, (rows * 30 + 5).astype(np.uint8)], axis=2)
alpha = ((columns * 31) % 256).astype(np.uint8)
smooth = np.clip(128 + 90 * np.sin(rows / 3) + 30 * np.cos(columns / 2), 0, 255).astype(np.uint8)
smooth_colors = np.stack([smooth, 255 - smooth, smooth // 2 + 60], axis=2)


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def entry(file, values, largest=255):
    values = np.asarray(values)
    values = values[None] if values.ndim == 2 else values.transpose(2, 0, 1)
    return {"file": base64.b64encode(file).decode(), "largest": largest,
            "shape": list(values.shape), "values": [int(x) for x in values.ravel()]}


def read_back(file):
    return np.asarray(Image.open(io.BytesIO(file)))


entries = {}
for bits in (1, 2, 4):
    levels = (gray >> (8 - bits)).astype(np.uint8)
    image = Image.fromarray(levels, "P")
    image.putpalette([v for k in range(2 ** bits) for v in [k * 255 // (2 ** bits - 1)] * 3])
    file = saved(image, "PNG", bits=bits)
    values = levels.astype(int) * 255 // (2 ** bits - 1)
    entries[f"palette {bits}"] = entry(file, np.stack([values] * 3, axis=2))
entries["gray 1"] = entry(saved(Image.fromarray(gray > 99), "PNG"), (gray > 99) * 255)
entries["gray 8"] = entry(saved(Image.fromarray(gray), "PNG"), gray)
wide = gray.astype(np.uint16) * 257 + 3
wide = np.minimum(wide.astype(int), 65535).astype(np.uint16)
entries["gray 16"] = entry(saved(Image.fromarray(wide), "PNG"), wide, 65535)
entries["color 8"] = entry(saved(Image.fromarray(colors), "PNG"), colors)
entries["jpeg gray"] = entry(
    file := saved(Image.fromarray(smooth), "JPEG", quality=90), read_back(file))
for name, options in {
    "jpeg 4:4:4": {"subsampling": 0}, "jpeg 4:2:0": {"subsampling": 2},
    "jpeg progressive": {"progressive": True, "subsampling": 1},
}.items():
    file = saved(Image.fromarray(smooth_colors), "JPEG", quality=90, **options)
    entries[name] = entry(file, read_back(file))

with_alpha = np.dstack([colors, alpha])
others = {
    "gray and alpha": saved(Image.fromarray(np.dstack([gray, alpha]), "LA"), "PNG"),
    "color and alpha": saved(Image.fromarray(with_alpha, "RGBA"), "PNG"),
    "jpeg cmyk": saved(Image.fromarray(colors).convert("CMYK"), "JPEG"),
}
result = {"entries": entries, "alpha": [int(x) for x in alpha.ravel()],
          **{name: base64.b64encode(file).decode() for name, file in others.items()}}
Path(__file__).with_suffix(".json").write_text(json.dumps(result, separators=(",", ":")))
