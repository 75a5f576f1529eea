// class path: broken-contract
package captions;

import static dev.specula.Modality.TEXT;
import static dev.specula.Modality.VIDEO;

import dev.specula.TargetModel;
import dev.specula.model.CausalModel;

abstract class ContractUnusable {
    @TargetModel(accepts = VIDEO, emits = TEXT)
    abstract CausalModel watcher();
}
