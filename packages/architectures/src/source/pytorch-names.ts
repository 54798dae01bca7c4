import { pythonNames } from './python.js';
import { pytorchHelperNames } from './pytorch-helpers.js';

/** What the generated file imports and defines besides its classes of layers. */
const inFile = ['Network', 'load_weights', 'math', 'numpy', 'torch', 'nn', 'F', 'Path', ...pytorchHelperNames];

/** Public members of torch.nn.Module, and the method's own variable: a layer of such a name would hide it. */
const moduleMembers = (
  'self add_module apply bfloat16 buffers call_super_init children compile cpu cuda double dump_patches eval extra_repr ' +
  'float forward get_buffer get_extra_state get_parameter get_submodule half ipu load_state_dict modules mtia ' +
  'named_buffers named_children named_modules named_parameters parameters register_backward_hook register_buffer ' +
  'register_forward_hook register_forward_pre_hook register_full_backward_hook register_full_backward_pre_hook ' +
  'register_load_state_dict_post_hook register_load_state_dict_pre_hook register_module register_parameter ' +
  'register_state_dict_post_hook register_state_dict_pre_hook requires_grad_ set_extra_state set_submodule ' +
  'share_memory state_dict to to_empty train training type xpu zero_grad'
).split(' ');

/** Names of classes in the file. */
export const classNames = () => pythonNames(inFile);

/** Names of layers and values in one class; `taken` are its forward method's arguments. */
export const memberNames = (taken: readonly string[] = []) => pythonNames([...inFile, ...moduleMembers, ...taken]);
