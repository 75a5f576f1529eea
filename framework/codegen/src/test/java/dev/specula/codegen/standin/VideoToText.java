package dev.specula.codegen.standin;

import dev.specula.Contract;
import dev.specula.Modality;

/** A contract whose base class cannot serve pipelines. */
@Contract(accepts = Modality.VIDEO, emits = Modality.TEXT, pipeline = Object.class)
public interface VideoToText {}
