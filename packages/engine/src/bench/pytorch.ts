import { batchSize } from './bench-network.js';

/** The same network, optimizer and batch in PyTorch on one thread; prints the same JSON line as the worker. */
export const pytorchProgram = `
import json, sys, time
import torch
from torch import nn
torch.set_num_threads(1)
torch.manual_seed(1)
net = nn.Sequential(
    nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(3136, 128), nn.ReLU(), nn.Linear(128, 10))
optimizer = torch.optim.Adam(net.parameters(), 1e-3)
images = torch.randn(${batchSize}, 1, 28, 28)
labels = torch.randint(0, 10, (${batchSize},))
def step():
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(net(images), labels)
    loss.backward()
    optimizer.step()
    return loss.item()
for _ in range(8): step()
steps = int(sys.argv[1])
cpu, wall = time.process_time(), time.perf_counter()
for _ in range(steps): step()
print(json.dumps({"device": "PyTorch " + torch.__version__ + ", 1 thread", "steps": steps,
    "wallMs": (time.perf_counter() - wall) * 1000, "cpuMs": (time.process_time() - cpu) * 1000}))
`;
