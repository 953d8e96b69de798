"""Works of NumPy, SciPy and PyTorch, timed one at a time on request.

Reads lines from standard input: first a JSON object that names the work and its sizes, then a line
"go" for each run, which begins with a pause and a run that does not count. Answers each with a line:
"ready" or "missing NAME", then the seconds of a run.
"""

import json
import os
import sys
import time

threads = int(os.environ.get("NBRUN_THREADS", os.cpu_count()))
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = str(threads)


def matmul(numpy, size):
    a = numpy.ones((size, size), numpy.float32)
    b = numpy.full((size, size), 0.5, numpy.float32)
    return lambda: a @ b


def torch_convolution(x, w, padding):
    import torch

    torch.set_num_threads(threads)
    x = torch.full(x, 0.5, requires_grad=True)
    w = torch.full(w, 0.25, requires_grad=True)

    def run():
        y = torch.nn.functional.conv2d(x, w, padding=padding)
        y.backward(torch.ones_like(y))
        x.grad = w.grad = None

    return run


def numpy_convolution(numpy, x, w):
    x, w = numpy.full(x, 0.5), numpy.full(w, 0.25)
    kernel = w.shape[2:]

    def windows(a):
        return numpy.lib.stride_tricks.sliding_window_view(a, kernel, axis=(2, 3))

    def run():
        y = numpy.tensordot(windows(x), w, axes=((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2)
        g = numpy.ones(y.shape)
        numpy.tensordot(g, windows(x), axes=((0, 2, 3), (0, 2, 3)))
        edge = [(0, 0), (0, 0)] + [(k - 1, k - 1) for k in kernel]
        flipped = w[:, :, ::-1, ::-1]
        numpy.tensordot(windows(numpy.pad(g, edge)), flipped, axes=((1, 4, 5), (0, 2, 3)))

    return run


def lecture_network(steps):
    """A step of training of the lecture's network on a batch of 64 images of 28 by 28."""
    import torch

    torch.set_num_threads(threads)
    torch.manual_seed(1)
    nn = torch.nn
    network = nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(64 * 7 * 7, 1024), nn.ReLU(), nn.Dropout(0.5), nn.Linear(1024, 10),
    )
    optimiser = torch.optim.Adam(network.parameters())
    loss = nn.CrossEntropyLoss()
    images, labels = torch.rand(64, 1, 28, 28), torch.randint(0, 10, (64,))

    def run():
        for _ in range(steps):
            optimiser.zero_grad()
            loss(network(images), labels).backward()
            optimiser.step()

    return run


def small_network(numpy, steps):
    """Steps of training of the 6 by 6 network, with the loops of source 000."""
    from itertools import product

    random = numpy.random.RandomState(0)
    x = random.uniform(size=(6, 6))
    kernel, weights = random.uniform(-1, 1, (3, 3)), random.uniform(-1, 1, (1, 4))

    def convolve(image, k, bias):
        rows, columns = image.shape[0] - k.shape[0] + 1, image.shape[1] - k.shape[1] + 1
        out = numpy.zeros((rows, columns))
        for i, j in product(range(rows), range(columns)):
            out[i, j] = numpy.sum(image[i:i + k.shape[0], j:j + k.shape[1]] * k) + bias
        return out

    def run():
        nonlocal kernel, weights
        conv_bias = dense_bias = 0.1
        for _ in range(steps):
            z1 = convolve(x, kernel, conv_bias)
            a1 = numpy.maximum(z1, 0)
            a2, places = numpy.zeros((2, 2)), []
            for i, j in product(range(2), range(2)):
                window = a1[2 * i:2 * i + 2, 2 * j:2 * j + 2]
                row, column = numpy.unravel_index(window.argmax(), window.shape)
                places.append((2 * i + row, 2 * j + column))
                a2[i, j] = window.max()
            a3 = a2.reshape(-1, 1)
            p = 1 / (1 + numpy.exp(-(weights @ a3 + dense_bias)))
            delta = p - 1
            back = (weights.T @ delta).ravel()
            dz1 = numpy.zeros((4, 4))
            for place, gradient in zip(places, back):
                dz1[place] += gradient
            dz1 *= z1 > 0
            weights = weights - 0.01 * delta @ a3.T
            dense_bias = dense_bias - 0.01 * delta
            kernel = kernel - 0.01 * convolve(x, dz1, 0)
            conv_bias = conv_bias - 0.01 * dz1.sum()

    return run


def blur(numpy, size, width):
    from scipy import ndimage

    image = numpy.random.RandomState(0).uniform(size=(size, size))
    kernel = numpy.hanning(width + 2)[1:-1]
    kernel = kernel / kernel.sum()

    def run():
        rows = ndimage.correlate1d(image, kernel, axis=0, mode="constant")
        ndimage.correlate1d(rows, kernel, axis=1, mode="constant")

    return run


def svd(numpy, rows, columns):
    matrix = numpy.random.RandomState(0).normal(size=(rows, columns))
    return lambda: numpy.linalg.svd(matrix, full_matrices=False)


def prepare(request):
    work = request.pop("work")
    if work.startswith("torch"):
        function = {"torch convolution": torch_convolution, "torch network": lecture_network}[work]
        return function(**request)
    import numpy

    return {
        "matmul": matmul, "numpy convolution": numpy_convolution, "small network": small_network,
        "blur": blur, "svd": svd,
    }[work](numpy, **request)


for line in sys.stdin:
    if line.strip() != "go":
        try:
            run = prepare(json.loads(line))
            run()
            print("ready", flush=True)
        except ImportError as error:
            print("missing", error.name, flush=True)
        continue
    time.sleep(0.3)
    run()
    start = time.perf_counter()
    run()
    print(time.perf_counter() - start, flush=True)
