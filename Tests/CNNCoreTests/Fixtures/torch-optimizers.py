"""Writes torch-optimizers.json: steps of PyTorch's AdamW and Nesterov's momentum, and clipped gradients."""

import json
from pathlib import Path

import torch

torch.set_default_dtype(torch.float64)
start = [0.5, -1.25, 3.0]
gradients = [[0.1, -2.0, 30.0], [-0.3, 0.0, 1e-3], [4.0, 0.25, -7.5], [1e-8, -1.0, 0.125]]


def steps(make):
    p = torch.nn.Parameter(torch.tensor(start))
    optimizer = make([p])
    values = []
    for gradient in gradients:
        p.grad = torch.tensor(gradient)
        optimizer.step()
        values.append(p.detach().tolist())
    return values


def clipped(limit):
    a, b = (torch.nn.Parameter(torch.zeros(n)) for n in (2, 1))
    a.grad, b.grad = torch.tensor([3.0, -1.0]), torch.tensor([2.0])
    torch.nn.utils.clip_grad_norm_([a, b], limit)
    return {"limit": limit, "weight": a.grad.tolist(), "bias": b.grad.tolist()}


result = {
    "start": start,
    "gradients": gradients,
    "AdamW": steps(lambda p: torch.optim.AdamW(p, lr=0.1)),
    "AdamW, decay 0.5": steps(lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.5)),
    "Nesterov": steps(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True)),
    "Nesterov, decay 0.25": steps(
        lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.25)),
    "clipped": [clipped(limit) for limit in (0.5, 3.0, 100.0)],
}
Path(__file__).with_suffix(".json").write_text(json.dumps(result, separators=(",", ":")) + "\n")
