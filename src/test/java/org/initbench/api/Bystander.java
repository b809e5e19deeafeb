package org.initbench.api;

import java.util.TreeMap;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.slf4j.LoggerFactory;

/** A program that has nothing to do with initbench, and says all that initbench might change by being there. */
public final class Bystander {

    private Bystander() {}

    public static void main(String[] args) {
        LoggerFactory.getLogger("com.example.Program").info("the program's own line");
        System.out.println("binding " + LoggerFactory.getILoggerFactory().getClass());
        System.out.println("backend " + Nd4j.getBackend().getClass());
        System.out.println("executioner " + Nd4j.getExecutioner().getClass());
        System.out.println("shapes " + Nd4j.getShapeInfoProvider().getClass());
        System.out.println("threads " + Nd4j.getEnvironment().maxThreads() + " "
                + Nd4j.getEnvironment().maxMasterThreads());
        System.out.println(
                "blas " + Nd4j.getExecutioner().getEnvironmentInformation().get("blas.threads") + " "
                        + Nd4j.getExecutioner().getEnvironmentInformation().get("omp.threads"));
        Nd4j.getRandom().setSeed(1);
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .activation(Activation.RELU)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nOut(200)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(16, 16, 3))
                .build());
        network.init();
        INDArray features = Nd4j.rand(64, 3, 16, 16);
        INDArray labels = Nd4j.zeros(64, 10);
        labels.getColumn(3).assign(1);
        for (int i = 0; i < 5; i++) {
            network.fit(features, labels);
            System.out.println("score " + Double.toHexString(network.score()));
        }
        System.out.println("helper " + network.getLayer(0).getHelper());
        for (float value : network.params().ravel().toFloatVector()) {
            System.out.println(Float.toHexString(value));
        }
        new TreeMap<>(System.getProperties())
                .keySet().stream()
                        .map(String::valueOf)
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("sun."))
                        .forEach(name -> System.out.println("property " + name));
    }
}
